import { useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import type { SummerSession } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { Textarea, TextInput } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { toast } from '@/ui/toast'
import { PlaceSelect } from '@/ui/UnitSelect'
import { useAct } from '@/ui/useAct'
import { useHouseForm } from '@/ui/useHouseForm'
import { cancelSession, createSession, patchSession, SUMMER_TOUCHES } from '../queries'
import { summerTexts } from '../texts'
import { useVersion } from '../useVersion'
import { ReachNotice } from './ReachNotice'

interface Values {
  neighborhood_id: string | null
  on_date: string | null
  starts_at: string
  ends_at: string
  place: string
  content: string
  programme: string
  duration: string
  audience: string
  expected: string
  form: string
  staff: string
  contribution: string
}

interface SessionDialogProps {
  /** Of a group, or of a whole neighborhood, which the ward's side chooses. */
  place: { group_id: string } | { year: number; neighborhood_id: string | undefined }
  session?: SummerSession
  onClose: () => void
}

export function SessionDialog({ place, session, onClose }: SessionDialogProps) {
  const texts = useTexts(summerTexts)
  const t = texts.session
  const { act } = useAct(SUMMER_TOUCHES)
  const whole = 'group_id' in place ? null : place
  const chooses = whole !== null && whole.neighborhood_id === undefined
  const queries = useQueryClient()
  const onVersion = useVersion(session)
  const said = (text: string) => z.string().check(z.trim(), z.minLength(1, text))
  const house = useHouseForm<Values>({
    initial: {
      neighborhood_id: whole?.neighborhood_id ?? null,
      on_date: session?.on_date ?? null,
      starts_at: session?.starts_at ?? '',
      ends_at: session?.ends_at ?? '',
      place: session?.place ?? '',
      content: session?.content ?? '',
      programme: session?.programme ?? '',
      duration: session?.duration ?? '',
      audience: session?.audience ?? '',
      expected: session?.expected ? String(session.expected) : '',
      form: session?.form ?? '',
      staff: session?.staff ?? '',
      contribution: session?.contribution ?? '',
    },
    schema: z.object({
      ...(chooses ? { neighborhood_id: z.string(texts.group.placeMissing) } : {}),
      on_date: z.string(t.dateMissing),
      place: said(t.placeMissing),
      content: said(t.contentMissing),
      expected: z.string().check(z.regex(/^\d{0,5}$/, t.expectedWrong)),
    }),
    send: async (values, key) => {
      const { neighborhood_id, on_date, expected, starts_at, ends_at, ...rest } = values
      const texts = Object.fromEntries(Object.entries(rest).map(([name, text]) => [name, nfc(text)])) as typeof rest
      const body = {
        ...texts,
        on_date: on_date!,
        // The API has no word for an hour taken away again: an empty text.
        starts_at: session ? starts_at.trim() : starts_at.trim() || undefined,
        ends_at: session ? ends_at.trim() : ends_at.trim() || undefined,
        expected: expected ? Number(expected) : null,
      }
      if (session) {
        await onVersion((version) => patchSession({ id: session.id, version }, body))
        toast.ok(t.saved)
      } else {
        const made = await createSession(
          { ...body, ...('group_id' in place ? place : { neighborhood_id: neighborhood_id ?? undefined }) },
          key,
        )
        const undo = () => void act('undo', (undoKey) => cancelSession(made, undoKey, t.undoReason), t.cancelDone)
        toast.ok(t.made, { label: t.undo, run: undo })
      }
      for (const queryKey of SUMMER_TOUCHES) void queries.invalidateQueries({ queryKey })
      onClose()
    },
  })
  const line = (name: keyof Values & string, label: string, max = 300) => (
    <TextInput label={label} maxLength={max} {...house.field(name)} />
  )
  return (
    <Modal opened onClose={onClose} title={session ? t.editTitle : whole ? t.newWholeTitle : t.newTitle}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        {house.summary}
        {chooses && !session ? (
          <PlaceSelect kind="neighborhood" label={texts.neighborhood} {...house.field('neighborhood_id')} />
        ) : null}
        {whole && !session && house.values.neighborhood_id ? (
          <ReachNotice year={whole.year} neighborhood={house.values.neighborhood_id} />
        ) : null}
        <DateField label={t.date} {...house.field('on_date')} />
        <div className="cols-2">
          <TextInput label={t.starts} description={t.timeHint} maxLength={5} {...house.field('starts_at')} />
          <TextInput label={t.ends} description={t.timeHint} maxLength={5} {...house.field('ends_at')} />
        </div>
        {line('place', t.place, 200)}
        <Textarea label={t.content} autosize minRows={2} maxLength={1000} {...house.field('content')} />
        <fieldset className="stack" style={{ border: 0, margin: 0, padding: 0 }}>
          <legend>
            <strong>{t.announcement}</strong>
          </legend>
          {line('programme', t.programme)}
          <div className="cols-2">
            {line('duration', t.duration, 100)}
            {line('audience', t.audience, 200)}
            <TextInput label={t.expected} inputMode="numeric" maxLength={5} {...house.field('expected')} />
            {line('form', t.form, 200)}
          </div>
          {line('staff', t.staff)}
          {line('contribution', t.contribution)}
        </fieldset>
        <div>
          <Button type="submit" loading={house.busy}>
            {t.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
