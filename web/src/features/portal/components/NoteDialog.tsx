import { useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import type { PublicNote } from '@/api/types'
import { formatDate } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { changed, type FieldWords } from '@/lib/merge'
import { Button } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { Checkbox, Textarea, TextInput } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { Notice } from '@/ui/Notice'
import { NumberInput } from '@/ui/NumberInput'
import { toast } from '@/ui/toast'
import { useEditForm } from '@/ui/useEditForm'
import { createNote, NOTE_TOUCHES, patchNote } from '../queries'
import { portalTexts } from '../texts'

interface Values {
  title: string
  body: string
  reply: string
  consent_given: boolean
  consent_how: string
  position: number | string
  starts_on: string | null
  ends_on: string | null
}

type Row = Partial<PublicNote> & { version: number }

const NEW: Row = { version: 0 }

const valuesOf = (note: Row): Values => ({
  title: note.title ?? '',
  body: note.body ?? '',
  reply: note.reply ?? '',
  consent_given: note.consent_given ?? false,
  consent_how: note.consent_how ?? '',
  position: note.position ?? '',
  starts_on: note.starts_on ?? null,
  ends_on: note.ends_on ?? null,
})

type Texts = (typeof portalTexts)['vi']['form']

function fieldWords(t: Texts, kind: PublicNote['kind']): FieldWords<Values, keyof Values> {
  return {
    labels: {
      title: t.title[kind],
      body: t.body[kind],
      reply: t.reply,
      consent_given: t.consent,
      consent_how: t.how,
      position: t.position,
      starts_on: t.starts,
      ends_on: t.ends,
    },
    show: (field, values) => {
      const value = values[field]
      if (typeof value === 'boolean') return value ? t.yes : t.no
      return field === 'starts_on' || field === 'ends_on' ? formatDate(values[field]) : String(value)
    },
  }
}

/** An empty place is none: the server puts the note at the end, or leaves it where it is. */
function placed<T extends Partial<Values>>({ position, ...values }: T) {
  return typeof position === 'number' ? { ...values, position } : values
}

/** A note of a kind: a new one, or one that is there. */
export function NoteDialog({ of, onClose }: { of: PublicNote | PublicNote['kind']; onClose: () => void }) {
  const texts = useTexts(portalTexts)
  const t = texts.form
  const queries = useQueryClient()
  const note = typeof of === 'string' ? null : of
  const kind = typeof of === 'string' ? of : of.kind
  const house = useEditForm({
    row: note ?? NEW,
    valuesOf,
    words: fieldWords(t, kind),
    schema: z
      .object({
        title: z.string().check(z.trim(), z.minLength(1, t.titleMissing)),
        body: z.string().check(
          z.trim(),
          z.refine((body) => kind === 'giver' || body !== '', t.bodyMissing),
        ),
        consent_given: z.boolean(),
        consent_how: z.string(),
        starts_on: z.nullable(z.string()),
        ends_on: z.nullable(z.string()),
      })
      .check(
        z.refine((v) => !v.consent_given || v.consent_how.trim() !== '', {
          message: t.howMissing,
          path: ['consent_how'],
        }),
        z.refine((v) => !v.starts_on || !v.ends_on || v.starts_on <= v.ends_on, {
          message: t.wrongOrder,
          path: ['ends_on'],
        }),
      ),
    send: async (values, from, key) => {
      if (note) await patchNote({ id: note.id, version: from.version }, placed(changed(from.values, values)))
      else await createNote({ kind, ...placed(values) }, key)
      for (const queryKey of NOTE_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(note ? t.saved : t.added)
      onClose()
    },
  })
  if (house.compare) return house.compare
  return (
    <Modal opened onClose={onClose} title={note ? t.edit(texts.kind[kind]) : t.add(texts.kind[kind])}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        {house.summary}
        <Notice tone="warn">
          <p>{texts.noChild}</p>
          {note?.is_shown ? <p>{t.hides}</p> : null}
        </Notice>
        <TextInput label={t.title[kind]} maxLength={120} {...house.field('title')} />
        <Textarea
          label={t.body[kind]}
          description={t.bodyHint}
          autosize
          minRows={3}
          maxLength={600}
          {...house.field('body')}
        />
        {kind === 'voice' ? (
          <Textarea label={t.reply} autosize minRows={2} maxLength={600} {...house.field('reply')} />
        ) : null}
        {kind === 'giver' ? (
          <>
            <Checkbox label={t.consent} {...house.checkbox('consent_given')} />
            <TextInput label={t.how} description={t.howHint} maxLength={200} {...house.field('consent_how')} />
          </>
        ) : null}
        {kind === 'notice' ? (
          <div className="cols-2">
            <DateField label={t.starts} {...house.field('starts_on')} />
            <DateField label={t.ends} {...house.field('ends_on')} />
          </div>
        ) : null}
        {note ? (
          <NumberInput
            label={t.position}
            description={t.positionHint}
            min={1}
            max={999}
            allowDecimal={false}
            {...house.field('position')}
          />
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
