import { useQuery, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import type { Unit, UnitKind } from '@/api/types'
import { useSession } from '@/app/session'
import { formatDate } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { nfc } from '@/lib/text'
import { words } from '@/lib/words'
import { Button } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { Textarea, TextInput } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { PersonName } from '@/ui/PersonName'
import { QueryView } from '@/ui/QueryView'
import { Select } from '@/ui/Select'
import { toast } from '@/ui/toast'
import { UnitSelect } from '@/ui/UnitSelect'
import { useHouseForm } from '@/ui/useHouseForm'
import { createUnit, mergeUnit, patchUnit, unitHistoryQuery, UNIT_TOUCHES } from '../queries'
import { adminTexts } from '../texts'

function useDone(onClose: () => void) {
  const queries = useQueryClient()
  return (text: string) => {
    for (const queryKey of UNIT_TOUCHES) void queries.invalidateQueries({ queryKey })
    toast.ok(text)
    onClose()
  }
}

interface UnitValues {
  name: string
  code: string
  kind: UnitKind | null
  effective_on: string | null
  note: string
}

export function UnitDialog({ unit, onClose }: { unit: Unit | null; onClose: () => void }) {
  const t = useTexts(adminTexts).units
  const kinds = useTexts(words).kind
  const { today } = useSession()
  const done = useDone(onClose)
  const house = useHouseForm<UnitValues>({
    initial: {
      name: unit?.name ?? '',
      code: unit?.code ?? '',
      kind: unit?.kind ?? null,
      effective_on: today,
      note: '',
    },
    schema: z.object({
      name: z.string().check(z.trim(), z.minLength(2, t.missingName)),
      code: z.string().check(z.trim(), z.minLength(1, t.missingCode)),
      kind: z.string(t.missingKind),
      effective_on: z.string(t.missingDate),
    }),
    send: async (values, key) => {
      const name = nfc(values.name)
      const code = values.code.trim()
      if (unit) {
        await patchUnit(unit, {
          ...(name === unit.name ? {} : { name }),
          ...(code === unit.code ? {} : { code }),
          effective_on: values.effective_on ?? undefined,
          note: nfc(values.note) || undefined,
        })
      } else {
        await createUnit({ kind: values.kind!, code, name }, key)
      }
      done(t.saved)
    },
  })
  return (
    <Modal opened onClose={onClose} title={unit ? t.rename : t.add} size="md">
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        {house.summary}
        <TextInput label={t.name} maxLength={200} {...house.field('name')} />
        <TextInput label={t.code} description={t.codeHint} maxLength={40} {...house.field('code')} />
        {unit ? (
          <>
            <DateField label={t.effective} {...house.field('effective_on')} />
            <Textarea label={t.note} description={t.noteHint} autosize minRows={2} {...house.field('note')} />
          </>
        ) : (
          <Select
            label={t.kind}
            data={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
            {...house.field('kind')}
          />
        )}
        <div>
          <Button type="submit" loading={house.busy}>
            {t.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

interface MergeValues {
  into_unit_id: string | null
  effective_on: string | null
  note: string
}

export function MergeDialog({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const t = useTexts(adminTexts).units
  const { today } = useSession()
  const done = useDone(onClose)
  const house = useHouseForm<MergeValues>({
    initial: { into_unit_id: null, effective_on: today, note: '' },
    schema: z.object({
      into_unit_id: z.string(t.missingInto),
      effective_on: z.string(t.missingDate),
      note: z.string().check(z.trim(), z.minLength(1, t.missingNote)),
    }),
    send: async (values, key) => {
      await mergeUnit(
        unit,
        { into_unit_id: values.into_unit_id!, effective_on: values.effective_on!, note: nfc(values.note) },
        key,
      )
      done(t.merged)
    },
  })
  return (
    <Modal opened onClose={onClose} title={`${t.merge}: ${unit.name}`} size="md">
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        <p>{t.mergeBody}</p>
        {house.summary}
        <UnitSelect label={t.into} kinds={[unit.kind]} exclude={[unit.id]} {...house.field('into_unit_id')} />
        <DateField label={t.effective} {...house.field('effective_on')} />
        <Textarea label={t.note} description={t.noteHint} autosize minRows={2} {...house.field('note')} />
        <div>
          <Button type="submit" color="red" loading={house.busy}>
            {t.merge}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

export function HistoryDialog({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const t = useTexts(adminTexts).units
  const query = useQuery(unitHistoryQuery(unit.id))
  return (
    <Modal opened onClose={onClose} title={`${t.history}: ${unit.name}`}>
      <QueryView query={query}>
        {(entries) =>
          entries.length === 0 ? (
            <p className="muted">{t.noHistory}</p>
          ) : (
            <ol className="stack" style={{ listStyle: 'none' }}>
              {entries.map((entry) => (
                <li key={entry.id}>
                  <p>
                    <strong>{t.what[entry.what]}</strong> ·{' '}
                    <span className="num">{formatDate(entry.effective_on)}</span>
                  </p>
                  {entry.old_name && entry.new_name && entry.old_name !== entry.new_name ? (
                    <p>
                      {entry.old_name} → {entry.new_name}
                    </p>
                  ) : null}
                  {entry.note ? <p className="second pre">{entry.note}</p> : null}
                  {entry.by ? (
                    <p className="small">
                      <PersonName person={entry.by} />
                    </p>
                  ) : null}
                </li>
              ))}
            </ol>
          )
        }
      </QueryView>
    </Modal>
  )
}
