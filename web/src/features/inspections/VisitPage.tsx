import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import * as z from 'zod/mini'
import type { Inspection, InspectionVisit, VisitPatch } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { newId } from '@/lib/ids'
import { ApiProblem } from '@/lib/problem'
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
import { toast } from '@/ui/toast'
import { useEditForm } from '@/ui/useEditForm'
import { Checklist } from './components/Checklist'
import { MembersField } from './components/MembersField'
import { named } from './form'
import { inspectionQuery, INSPECTION_TOUCHES, patchVisit, uploadFiles } from './queries'
import { inspectionTexts } from './texts'
import { asTime, fieldWords, visitValues, type VisitValues } from './visitForm'

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
  const uploaded = useRef<{ files: File[]; ids: string[] } | null>(null)
  const draftKey = `${me.user.id}.visit.${visit.id}`
  const time = z.string().check(z.refine((text) => text.trim() === '' || asTime(text) !== null, t.timeWrong))
  const house = useEditForm({
    row: visit,
    valuesOf: (of) => visitValues(of, today),
    draft: readDraft<Partial<VisitValues>>(draftKey),
    schema: z.object({ begun: time, ended: time }),
    words: fieldWords(t),
    send: async (values, from) => {
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
      await patchVisit(row.id, { id: visit.id, version: from.version }, body)
      setSent(true)
      for (const queryKey of INSPECTION_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(t.saved)
      void navigate(`/kiem-tra/${row.id}`, { replace: true })
    },
  })
  const dirty = house.form.isDirty()
  useDraft(draftKey, sent || !dirty ? null : house.values)
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
      {house.compare}
    </Page>
  )
}
