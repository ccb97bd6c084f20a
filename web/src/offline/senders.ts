/** How each kind of job reaches the server. Every step has its own key made from the job's id. */
import { api, fileBody, on, take } from '@/api/client'
import type { ConcernCreate, NewCommunicationReport, NewDataBreach } from '@/api/types'
import { say } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import { sendMarks } from './attendance'
import { sendCheckin } from './checkin'
import type { Job, Sender } from './outbox'
import type { Sealed } from './seal'
import { offlineTexts } from './texts'

async function sendFiles(job: Job, keep: (job: Job) => Promise<void>): Promise<{ job: Job; ids: string[] }> {
  let current = job
  for (const [index, file] of job.files.entries()) {
    if (current.sentFiles[index]) continue
    const saved = await take(
      api.POST('/api/v1/attachments', {
        ...fileBody(file.blob, file.name),
        ...on(null, `${job.id}-f${index}`),
      }),
    )
    current = { ...current, sentFiles: current.sentFiles.with(index, saved.id) }
    await keep(current)
  }
  return { job: current, ids: current.sentFiles.filter((id) => id !== null) }
}

export const senders: Record<string, Sender> = {
  task_update: async (job, keep) => {
    const { ids } = await sendFiles(job, keep)
    const { task_id, ...body } = job.body as { task_id: string }
    await take(
      api.POST('/api/v1/tasks/{id}/updates', {
        params: { path: { id: task_id } },
        ...on(null, job.id),
        body: { ...body, attachment_ids: ids },
      }),
    )
  },
  task_submit: async (job, keep) => {
    const { ids } = await sendFiles(job, keep)
    const { task_id, ...body } = job.body as { task_id: string }
    await take(
      api.POST('/api/v1/tasks/{id}/submit', {
        params: { path: { id: task_id } },
        ...on(null, job.id),
        body: { ...body, attachment_ids: ids },
      }),
    )
  },
  attendance: sendMarks((body, key) => take(api.POST('/api/v1/summer/attendance', { ...on(null, key), body }))),
  checkin: sendCheckin(({ event_id, marks }, key) =>
    take(
      api.POST('/api/v1/events/{id}/attendance', {
        params: { path: { id: event_id } },
        ...on(null, key),
        body: { marks },
      }),
    ),
  ),
  obstacle: async (job, keep) => {
    const { ids } = await sendFiles(job, keep)
    const body = job.body as { title: string; description: string; task_id?: string | null }
    await take(
      api.POST('/api/v1/obstacles', {
        ...on(null, job.id),
        body: { ...body, attachment_ids: ids },
      }),
    )
  },
  communication_report: async (job, keep) => {
    const { ids } = await sendFiles(job, keep)
    const { communication_id, ...body } = job.body as { communication_id: string } & NewCommunicationReport
    await take(
      api.POST('/api/v1/communications/{id}/reports', {
        params: { path: { id: communication_id } },
        ...on(null, job.id),
        body: { ...body, attachment_ids: ids },
      }),
    )
  },
  concern: async (job) => {
    const body = await opened<ConcernCreate>(job)
    await take(api.POST('/api/v1/concerns', { ...on(null, job.id), body }))
  },
  breach: async (job) => {
    const body = await opened<NewDataBreach>(job)
    await take(api.POST('/api/v1/data-breaches', { ...on(null, job.id), body }))
  },
}

/** The body of a job that tells about a child, or may. */
async function opened<T>(job: Job): Promise<T> {
  const { unseal } = await import('./seal')
  try {
    return await unseal<T>(job.userId, job.object, job.body['sealed'] as Sealed)
  } catch {
    throw new ApiProblem(422, { code: 'unreadable', detail: say(offlineTexts).unreadable })
  }
}
