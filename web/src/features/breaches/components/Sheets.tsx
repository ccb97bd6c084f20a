import { useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import type { DataBreach } from '@/api/types'
import { useCan } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Textarea, TextInput } from '@/ui/inputs'
import { Sheet } from '@/ui/Modal'
import { MomentField } from '@/ui/MomentField'
import { Radio } from '@/ui/Radio'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { addMeasure, assessBreach, BREACH_TOUCHES, notifyBreach, tellPeople } from '../queries'
import { breachTexts } from '../texts'
import styles from './breaches.module.css'

interface SheetProps {
  row: DataBreach
  onClose: () => void
}

/** Asks anew for all of it, tells the person, and closes. */
function useDone(onClose: () => void) {
  const queries = useQueryClient()
  return (words: string) => {
    for (const queryKey of BREACH_TOUCHES) void queries.invalidateQueries({ queryKey })
    toast.ok(words)
    onClose()
  }
}

export function AssessSheet({ row, onClose }: SheetProps) {
  const texts = useTexts(breachTexts)
  const t = texts.act
  const decides = useCan()('breaches', 'approve')
  const done = useDone(onClose)
  const house = useHouseForm<{ harm: string | null; reason: string }>({
    initial: { harm: row.harm ?? null, reason: row.harm_reason ?? '' },
    schema: z.object({
      harm: z.string(t.harmMissing),
      reason: z.string().check(z.trim(), z.minLength(1, t.reasonMissing)),
    }),
    send: async (values, key) => {
      const harm = values.harm === 'none_likely' ? 'none_likely' : 'may_harm'
      await assessBreach(row, key, { harm, reason: nfc(values.reason) })
      done(t.assessed)
    },
  })
  return (
    <Sheet opened onClose={onClose} title={t.assessTitle}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate style={{ paddingBottom: 16 }}>
        {house.summary}
        <Radio.Group aria-label={t.assessTitle} {...house.field('harm')}>
          <div className={styles.choices}>
            <Radio value="may_harm" label={texts.harm.may_harm} description={t.harmHint.may_harm} />
            <Radio
              value="none_likely"
              label={texts.harm.none_likely}
              description={t.harmHint.none_likely}
              disabled={!decides}
            />
          </div>
        </Radio.Group>
        <Textarea label={t.reason} autosize minRows={3} maxRows={12} maxLength={8000} {...house.field('reason')} />
        <Button type="submit" fullWidth loading={house.busy}>
          {t.save}
        </Button>
      </form>
    </Sheet>
  )
}

const when = () => true

export function NotifySheet({ row, onClose }: SheetProps) {
  const t = useTexts(breachTexts).act
  const done = useDone(onClose)
  const isLate = (at: string | null) =>
    at !== null && row.clock != null && Date.parse(at) > Date.parse(row.clock.due_at)
  const house = useHouseForm({
    initial: {
      notified_at: (row.notified?.notified_at ?? new Date().toISOString()) as string | null,
      number: row.notified?.number ?? '',
      authority: row.notified?.authority ?? row.authority ?? '',
      late_reason: row.notified?.late_reason ?? '',
    },
    schema: z
      .object({
        notified_at: z.string(t.whenMissing),
        number: z.string().check(z.trim(), z.minLength(1, t.numberMissing)),
        authority: z.string().check(z.trim(), z.minLength(1, t.authorityMissing)),
        late_reason: z.string(),
      })
      .check(
        z.refine((v) => !isLate(v.notified_at) || v.late_reason.trim() !== '', {
          path: ['late_reason'],
          error: t.lateMissing,
          when,
        }),
      ),
    send: async (values, key) => {
      await notifyBreach(row, key, {
        notified_at: values.notified_at!,
        number: nfc(values.number),
        authority: nfc(values.authority),
        late_reason: nfc(values.late_reason),
      })
      done(t.notified)
    },
  })
  return (
    <Sheet opened onClose={onClose} title={t.notifyTitle}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate style={{ paddingBottom: 16 }}>
        {house.summary}
        <MomentField label={t.notifyAt} {...house.field('notified_at')} />
        <TextInput label={t.number} description={t.numberHint} maxLength={60} {...house.field('number')} />
        <Textarea label={t.authority} autosize minRows={1} maxLength={200} {...house.field('authority')} />
        {isLate(house.values.notified_at) ? (
          <Textarea label={t.lateReason} autosize minRows={2} maxLength={4000} {...house.field('late_reason')} />
        ) : null}
        <Button type="submit" fullWidth loading={house.busy}>
          {t.save}
        </Button>
      </form>
    </Sheet>
  )
}

interface DidProps extends SheetProps {
  title: string
  label: string
  missing: string
  at: string
  words: string
  text?: string
  send: (row: DataBreach, key: string, text: string, at: string) => Promise<unknown>
}

/** What was done, and when. */
function DidSheet({ row, onClose, title, label, missing, at, words, text = '', send }: DidProps) {
  const t = useTexts(breachTexts).act
  const done = useDone(onClose)
  const house = useHouseForm({
    initial: { text, at: new Date().toISOString() as string | null },
    schema: z.object({
      text: z.string().check(z.trim(), z.minLength(1, missing)),
      at: z.string(t.whenMissing),
    }),
    send: async (values, key) => {
      await send(row, key, nfc(values.text), values.at!)
      done(words)
    },
  })
  return (
    <Sheet opened onClose={onClose} title={title}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate style={{ paddingBottom: 16 }}>
        {house.summary}
        <Textarea label={label} autosize minRows={3} maxRows={12} maxLength={4000} {...house.field('text')} />
        <MomentField label={at} {...house.field('at')} />
        <Button type="submit" fullWidth loading={house.busy}>
          {t.save}
        </Button>
      </form>
    </Sheet>
  )
}

export function MeasureSheet(props: SheetProps) {
  const t = useTexts(breachTexts).act
  return (
    <DidSheet
      {...props}
      title={t.measureTitle}
      label={t.measureWhat}
      missing={t.measureMissing}
      at={t.measureAt}
      words={t.measured}
      send={(row, key, text, at) => addMeasure(row, key, { text, done_at: at })}
    />
  )
}

export function TellSheet(props: SheetProps) {
  const t = useTexts(breachTexts).act
  return (
    <DidSheet
      {...props}
      title={t.tellTitle}
      label={t.tellHow}
      missing={t.tellMissing}
      at={t.tellAt}
      words={t.told}
      text={props.row.people_told?.how}
      send={(row, key, how, at) => tellPeople(row, key, { how, told_at: at })}
    />
  )
}
