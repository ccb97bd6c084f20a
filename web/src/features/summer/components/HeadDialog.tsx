import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { HandoverDetail } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { Textarea, TextInput } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { fromPeople, toLines, toPeople } from '../board'
import { patchHandover, SUMMER_TOUCHES } from '../queries'
import { summerTexts } from '../texts'
import { useVersion } from '../useVersion'

const valuesOf = (one: HandoverDetail) => ({
  number: one.number ? String(one.number) : '',
  venue: one.venue,
  meets_on: one.meets_on ?? null,
  begins_at: one.begins_at ?? '',
  ends_at: one.ends_at ?? '',
  summer_from: one.summer_from ?? null,
  summer_to: one.summer_to ?? null,
  copies: one.copies ? String(one.copies) : '',
  school_representatives: fromPeople(one.school_representatives),
  receiving_representatives: fromPeople(one.receiving_representatives),
  parents: fromPeople(one.parents),
  documents: one.documents.join('\n'),
  assessment: one.assessment.join('\n'),
  return_venue: one.return_venue,
  returns_on: one.returns_on ?? null,
  return_begins_at: one.return_begins_at ?? '',
  return_ends_at: one.return_ends_at ?? '',
})
type Values = ReturnType<typeof valuesOf>

const number = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : null)

const TO_API: { [K in keyof Values]: (value: Values[K]) => unknown } = {
  number,
  venue: nfc,
  meets_on: (value) => value,
  begins_at: (value) => value.trim() || null,
  ends_at: (value) => value.trim() || null,
  summer_from: (value) => value,
  summer_to: (value) => value,
  copies: (value) => number(value) ?? 0,
  school_representatives: toPeople,
  receiving_representatives: toPeople,
  parents: toPeople,
  documents: toLines,
  assessment: toLines,
  return_venue: nfc,
  returns_on: (value) => value,
  return_begins_at: (value) => value.trim() || null,
  return_ends_at: (value) => value.trim() || null,
}

/** Only what was changed is sent: each side may write only its own part. */
export function HeadDialog({ handover, onClose }: { handover: HandoverDetail; onClose: () => void }) {
  const t = useTexts(summerTexts).one
  const queries = useQueryClient()
  const [before] = useState(() => valuesOf(handover))
  const onVersion = useVersion(handover)
  const house = useHouseForm<Values>({
    initial: before,
    send: async (values) => {
      const names = (Object.keys(before) as (keyof Values)[]).filter((name) => values[name] !== before[name])
      const body = Object.fromEntries(names.map((name) => [name, TO_API[name](values[name] as never)]))
      if (names.length > 0) await onVersion((version) => patchHandover({ id: handover.id, version }, body))
      for (const queryKey of SUMMER_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(t.saved)
      onClose()
    },
  })
  const people = { description: t.peopleHint, autosize: true, minRows: 2 }
  const lines = { description: t.linesHint, autosize: true, minRows: 2 }
  return (
    <Modal opened onClose={onClose} title={t.head}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        {house.summary}
        {handover.status === 'returned' ? null : (
          <>
            <div className="cols-2">
              <TextInput label={t.venue} maxLength={200} {...house.field('venue')} />
              <DateField label={t.meets} {...house.field('meets_on')} />
              <TextInput label={t.begins} description={t.timeHint} maxLength={5} {...house.field('begins_at')} />
              <TextInput label={t.ends} description={t.timeHint} maxLength={5} {...house.field('ends_at')} />
              <DateField label={t.from} {...house.field('summer_from')} />
              <DateField label={t.to} {...house.field('summer_to')} />
              <TextInput label={t.number} inputMode="numeric" maxLength={6} {...house.field('number')} />
              <TextInput label={t.copies} inputMode="numeric" maxLength={2} {...house.field('copies')} />
            </div>
            <Textarea label={t.schoolPeople} {...people} {...house.field('school_representatives')} />
            <Textarea label={t.localPeople} {...people} {...house.field('receiving_representatives')} />
            <Textarea label={t.parents} {...people} {...house.field('parents')} />
            <Textarea label={t.documents} {...lines} {...house.field('documents')} />
            <Textarea label={t.assessment} {...lines} {...house.field('assessment')} />
          </>
        )}
        {handover.status === 'received' || handover.status === 'returned' ? (
          <fieldset className="stack" style={{ border: 0, margin: 0, padding: 0 }}>
            <legend>
              <strong>{t.returnMeeting}</strong>
            </legend>
            <div className="cols-2">
              <TextInput
                label={t.returnVenue}
                description={t.returnVenueHint}
                maxLength={200}
                {...house.field('return_venue')}
              />
              <DateField label={t.returnsOn} {...house.field('returns_on')} />
              <TextInput
                label={t.returnBegins}
                description={t.timeHint}
                maxLength={5}
                {...house.field('return_begins_at')}
              />
              <TextInput
                label={t.returnEnds}
                description={t.timeHint}
                maxLength={5}
                {...house.field('return_ends_at')}
              />
            </div>
          </fieldset>
        ) : null}
        <div>
          <Button type="submit" loading={house.busy}>
            {t.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
