import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import * as z from 'zod/mini'
import type { Inspection, InspectionVisit, VisitPatch } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { newId } from '@/lib/ids'
import { ApiProblem, isProblem } from '@/lib/problem'
import { nfc } from '@/lib/text'
import { readDraft, useDraft } from '@/lib/useDraft'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { DateField } from '@/ui/DateField'
import { ErrorState } from '@/ui/ErrorState'
import { Textarea, TextInput } from '@/ui/inputs'
import { Page } from '@/ui/Page'
import { PhotoButton } from '@/ui/PhotoButton'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { StaleCompare } from '@/ui/StaleCompare'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { Checklist } from './components/Checklist'
import { MembersField } from './components/MembersField'
import { named } from './form'
import { inspectionQuery, INSPECTION_TOUCHES, patchVisit, uploadFiles } from './queries'
import { inspectionTexts } from './texts'
import { asTime, changedOf, visitValues, type VisitValues } from './visitForm'

export default function VisitPage() {
  const { id = '', visit = '' } = useParams()
  const query = useQuery({ ...inspectionQuery(id), refetchOnWindowFocus: false, refetchOnReconnect: false })
  return (
    <QueryView query={query} skeleton={<PageSkeleton />}>
      {(row) => {
        const one = row.visits.find((some) => some.id === visit)
        if (!one) return <ErrorState error={new ApiProblem(404, {})} />
        if (!row.allowed_actions.includes('visit')) return <ErrorState error={new ApiProblem(403, {})} />
        return <Form key={one.id} row={row} visit={one} />
      }}
    </QueryView>
  )
}

/** Filled in standing in a yard: one tap a line, photos, and nothing lost when the signal is. */
function Form({ row, visit }: { row: Inspection; visit: InspectionVisit }) {
  const all = useTexts(inspectionTexts)
  const t = all.visit
  const { me, today } = useSession()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [files, setFiles] = useState<File[]>([])
  const [sent, setSent] = useState(false)
  const [newer, setNewer] = useState<InspectionVisit | null>(null)
  // What the form began with; moves on when a newer version is merged in.
  const [base, setBase] = useState(() => ({ version: visit.version, values: visitValues(visit, today) }))
  // The send that follows a merge runs in the same tick and must see the new version.
  const sendFrom = useRef(base)
  const uploaded = useRef<{ files: File[]; ids: string[] } | null>(null)
  const draftKey = `${me.user.id}.visit.${visit.id}`
  const time = z.string().check(z.refine((text) => text.trim() === '' || asTime(text) !== null, t.timeWrong))
  const house = useHouseForm<VisitValues>({
    initial: { ...base.values, ...readDraft<Partial<VisitValues>>(draftKey) },
    schema: z.object({ begun: time, ended: time }),
    send: async (values) => {
      // Uploaded once, however often the form is sent.
      if (uploaded.current?.files !== files) uploaded.current = { files, ids: await uploadFiles(files, newId()) }
      const body: VisitPatch = {
        visited_on: values.visited_on,
        begun: asTime(values.begun),
        ended: asTime(values.ended),
        place: nfc(values.place),
        present: named(values.present),
        answers: Object.entries(values.answers).map(([code, one]) => ({ ...one, code, note: nfc(one.note) })),
        positives: nfc(values.positives),
        findings: nfc(values.findings),
        unit_opinion: nfc(values.unit_opinion),
        add_attachment_ids: uploaded.current.ids,
      }
      try {
        await patchVisit(row.id, { id: visit.id, version: sendFrom.current.version }, body)
      } catch (error) {
        if (isProblem(error, 412) && error.current) return setNewer(error.current as InspectionVisit)
        throw error
      }
      setSent(true)
      for (const queryKey of INSPECTION_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(t.saved)
      void navigate(`/kiem-tra/${row.id}`, { replace: true })
    },
  })
  const dirty = house.form.isDirty()
  useDraft(draftKey, sent || !dirty ? null : house.values)
  const theirs = newer ? visitValues(newer, today) : null
  return (
    <Page title={t.title(visit.unit.name)} back={{ to: `/kiem-tra/${row.id}`, label: row.title }} narrow>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        {house.summary}
        <Card>
          <div className="stack">
            <DateField label={t.day} {...house.field('visited_on')} />
            <div className="cols-2">
              <TextInput label={t.begun} placeholder="08:00" inputMode="numeric" {...house.field('begun')} />
              <TextInput label={t.ended} placeholder="10:30" inputMode="numeric" {...house.field('ended')} />
            </div>
            <TextInput label={t.place} maxLength={300} {...house.field('place')} />
          </div>
        </Card>
        <Card title={t.checklist}>
          <Checklist
            topics={row.topics}
            answers={house.values.answers}
            onChange={(answers) => house.form.setFieldValue('answers', answers)}
          />
        </Card>
        <Card>
          <div className="stack">
            <Textarea label={t.positives} autosize minRows={2} maxLength={8000} {...house.field('positives')} />
            <Textarea
              label={t.findings}
              description={t.findingsHint}
              autosize
              minRows={3}
              maxLength={8000}
              {...house.field('findings')}
            />
            <Textarea label={t.opinion} autosize minRows={2} maxLength={8000} {...house.field('unit_opinion')} />
            <MembersField
              title={t.present}
              members={house.values.present}
              onChange={(present) => house.form.setFieldValue('present', present)}
            />
            <div>
              <p className="second">{t.photos}</p>
              <PhotoButton files={files} onChange={setFiles} documents />
            </div>
          </div>
        </Card>
        {dirty ? <p className="second">{t.draft}</p> : null}
        <Button type="submit" loading={house.busy}>
          {t.save}
        </Button>
      </form>
      {newer && theirs ? (
        <StaleCompare
          differences={changedOf(base.values, house.values, theirs).map((field) => ({
            field,
            label: field === 'answers' ? t.checklist : field === 'present' ? t.present : labelOf(t, field),
            mine: shown(house.values[field]),
            theirs: shown(theirs[field]),
          }))}
          onCancel={() => setNewer(null)}
          onResolve={(keepMine) => {
            const both = changedOf(base.values, house.values, theirs)
            const next = { ...house.values } as Record<string, unknown>
            for (const field of Object.keys(theirs) as (keyof VisitValues)[]) {
              const mineAlone = JSON.stringify(base.values[field]) !== JSON.stringify(house.values[field])
              if (!mineAlone || (both.includes(field) && !keepMine.has(field))) next[field] = theirs[field]
            }
            sendFrom.current = { version: newer.version, values: theirs }
            setBase(sendFrom.current)
            house.form.setValues(next as unknown as VisitValues)
            setNewer(null)
            // The values land in the form's state first.
            setTimeout(() => void house.onSubmit(), 0)
          }}
        />
      ) : null}
    </Page>
  )
}

type Words = (typeof inspectionTexts)['vi']['visit']

function labelOf(t: Words, field: keyof VisitValues): string {
  const labels: Partial<Record<keyof VisitValues, string>> = {
    visited_on: t.day,
    begun: t.begun,
    ended: t.ended,
    place: t.place,
    positives: t.positives,
    findings: t.findings,
    unit_opinion: t.opinion,
  }
  return labels[field] ?? field
}

const shown = (value: VisitValues[keyof VisitValues]): string => {
  if (value === null) return ''
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map((one) => `${one.name}, ${one.position}`).join('; ')
  return Object.values(value)
    .map((one) => one.note)
    .filter(Boolean)
    .join('; ')
}
