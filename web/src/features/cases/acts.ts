/** Everything that changes a case: one call each, under one key for the life of the deed. */
import { api, fileBody, ifMatch, on, take } from '@/api/client'
import type {
  Case,
  CaseClosing,
  CaseDecision,
  CaseForm,
  CaseFormContent,
  CasePatch,
  CaseTransfer,
  NewCase,
  NewMeasure,
  NewReferral,
  NewSeparation,
} from '@/api/types'

type Row = Pick<Case, 'id' | 'version'>
const of = (id: string) => ({ params: { path: { id } } })
/** By the version that the person saw: two people do not take one step twice. */
const at = (row: Row, key: string) => ({ ...of(row.id), ...on(row.version, key) })
/** Beside the steps: it stands whatever else happened meanwhile. */
const beside = (row: Row, key: string) => ({ ...of(row.id), ...on(null, key) })

export const openCase = (body: NewCase, key: string) =>
  take(api.POST('/api/v1/cases', { ...on(null, key), body })) as unknown as Promise<Case>
export const patchCase = (row: Row, body: CasePatch) =>
  take(api.PATCH('/api/v1/cases/{id}', { params: { path: { id: row.id }, header: ifMatch(row.version) }, body }))
export const addNote = (row: Row, key: string, text: string) =>
  take(api.POST('/api/v1/cases/{id}/entries', { ...beside(row, key), body: { text } }))
export const assignPeople = (row: Row, key: string, user_ids: string[]) =>
  take(api.POST('/api/v1/cases/{id}/assign', { ...at(row, key), body: { user_ids } }))

/** A form is completed as it was saved, whose version is its own: a note written meanwhile does not stand in the way. */
export const assess = (row: Row, key: string, stage: 'initial' | 'detailed') =>
  take(api.POST('/api/v1/cases/{id}/assess', { ...beside(row, key), body: { stage } }))
export const meet = (row: Row, key: string) =>
  take(api.POST('/api/v1/cases/{id}/meet', { ...beside(row, key), body: {} }))
export const submitPlan = (row: Row, key: string) =>
  take(api.POST('/api/v1/cases/{id}/plan', { ...beside(row, key), body: {} }))
export const review = (row: Row, key: string) =>
  take(api.POST('/api/v1/cases/{id}/review', { ...beside(row, key), body: {} }))
export const decide = (row: Row, key: string, body: CaseDecision) =>
  take(api.POST('/api/v1/cases/{id}/decide', { ...at(row, key), body }))
export const implement = (row: Row, key: string, note: string) =>
  take(api.POST('/api/v1/cases/{id}/implement', { ...at(row, key), body: { note } }))
export const goOn = (row: Row, key: string) => take(api.POST('/api/v1/cases/{id}/continue', at(row, key)))
export const proposeClosing = (row: Row, key: string, body: CaseClosing) =>
  take(api.POST('/api/v1/cases/{id}/propose-closing', { ...at(row, key), body }))
export const rejectClosing = (row: Row, key: string, reason: string) =>
  take(api.POST('/api/v1/cases/{id}/reject-closing', { ...at(row, key), body: { reason } }))
export const closeCase = (row: Row, key: string, note: string) =>
  take(api.POST('/api/v1/cases/{id}/close', { ...at(row, key), body: { note } }))
export const reopenCase = (row: Row, key: string, reason: string) =>
  take(api.POST('/api/v1/cases/{id}/reopen', { ...at(row, key), body: { reason } }))
export const transferCase = (row: Row, key: string, body: CaseTransfer) =>
  take(api.POST('/api/v1/cases/{id}/transfer', { ...at(row, key), body }))
export const passToPolice = (row: Row, key: string, body: { to: string; note: string }) =>
  take(api.POST('/api/v1/cases/{id}/police', { ...at(row, key), body }))

export const addMeasure = (row: Row, key: string, body: NewMeasure) =>
  take(api.POST('/api/v1/cases/{id}/measures', { ...beside(row, key), body }))
export const separate = (row: Row, key: string, body: NewSeparation) =>
  take(api.POST('/api/v1/cases/{id}/separations', { ...beside(row, key), body }))
const measure = (row: Row, measure_id: string, key: string) => ({
  params: { path: { id: row.id, measure_id } },
  ...on(null, key),
})
export const endMeasure = (row: Row, one: string, key: string, note: string) =>
  take(api.POST('/api/v1/cases/{id}/measures/{measure_id}/end', { ...measure(row, one, key), body: { note } }))
export const extendSeparation = (row: Row, one: string, key: string, body: { ends_at: string; reason: string }) =>
  take(api.POST('/api/v1/cases/{id}/separations/{measure_id}/extend', { ...measure(row, one, key), body }))

export const refer = (row: Row, key: string, body: NewReferral) =>
  take(api.POST('/api/v1/cases/{id}/refer', { ...beside(row, key), body }))
const referral = (row: Row, referral_id: string, key: string) => ({
  params: { path: { id: row.id, referral_id } },
  ...on(null, key),
})
export const revokeReferral = (row: Row, one: string, key: string) =>
  take(api.POST('/api/v1/cases/{id}/referrals/{referral_id}/revoke', referral(row, one, key)))
export const makeLink = (row: Row, one: string, key: string) =>
  take(api.POST('/api/v1/cases/{id}/referrals/{referral_id}/link', referral(row, one, key)))

/** Straight to the server: a paper of a case waits in no outbox. A repeated send finds what it sent before. */
export async function addFiles(row: Row, key: string, title: string, files: File[]) {
  const attachment_ids: string[] = []
  for (const [index, file] of files.entries()) {
    const body = { ...fileBody(file, file.name), ...on(null, `${key}-f${index}`) }
    attachment_ids.push((await take(api.POST('/api/v1/attachments', body))).id)
  }
  return take(api.POST('/api/v1/cases/{id}/files', { ...beside(row, key), body: { title, attachment_ids } }))
}
export const removeFile = (row: Row, file_id: string, key: string, reason: string) =>
  take(
    api.POST('/api/v1/cases/{id}/files/{file_id}/remove', {
      params: { path: { id: row.id, file_id } },
      ...on(null, key),
      body: { reason },
    }),
  )

export const writeClosedNote = (row: Row, key: string, body: { text: string; reader_ids: string[] }) =>
  take(api.POST('/api/v1/cases/{id}/closed-note', { ...beside(row, key), body }))
export const breakGlass = (code: string, key: string, reason: string) =>
  take(api.POST('/api/v1/cases/{id}/break-glass', { ...of(code), ...on(null, key), body: { reason } }))
export const reviewGlass = (id: string, key: string, reason: string) =>
  take(api.POST('/api/v1/cases/break-glass/{id}/review', { ...of(id), ...on(null, key), body: { reason } }))

/** The whole form by the version it was made from; `keepalive` lets it arrive when the page is being left. */
export const saveForm = (form: Pick<CaseForm, 'case_id' | 'kind' | 'version'>, body: CaseFormContent) =>
  take(
    api.PATCH('/api/v1/cases/{id}/forms/{kind}', {
      params: { path: { id: form.case_id, kind: form.kind }, header: ifMatch(form.version) },
      body,
      keepalive: JSON.stringify(body).length < 20_000,
    }),
  ) as Promise<CaseForm>
