import { useState } from 'react'
import * as z from 'zod/mini'
import type { Headcount } from '@/api/types'
import { formatTime } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { TextInput } from '@/ui/inputs'
import { Sheet } from '@/ui/Modal'
import { Notice } from '@/ui/Notice'
import { useHouseForm } from '@/ui/useHouseForm'
import { checkinTexts } from '../checkinTexts'
import styles from './checkin.module.css'

interface HeadcountProps {
  here: number
  before: Headcount[]
  send: (counted: number, note: string, key: string) => Promise<Headcount>
  onClose: () => void
}

/** Heads counted by hand beside the register: the difference is told at once, and kept. */
export function HeadcountSheet({ here, before, send, onClose }: HeadcountProps) {
  const t = useTexts(checkinTexts).headSheet
  const [told, setTold] = useState<Headcount | null>(null)
  const house = useHouseForm({
    initial: { counted: '', note: '' },
    schema: z.object({ counted: z.string().check(z.regex(/^\d{1,5}$/, t.wrong)) }),
    send: async ({ counted, note }, key) => setTold(await send(Number(counted), nfc(note), key)),
  })
  const difference = told?.difference ?? 0
  return (
    <Sheet opened onClose={onClose} title={t.title}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        {house.summary}
        <p>{t.intro(here)}</p>
        {told ? (
          <Notice tone={difference === 0 ? 'ok' : 'danger'} live>
            {difference === 0 ? t.equal : difference < 0 ? t.missing(-difference) : t.extra(difference)}
          </Notice>
        ) : null}
        <TextInput
          label={t.counted}
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
          data-autofocus
          {...house.field('counted')}
        />
        <TextInput label={t.note} maxLength={500} {...house.field('note')} />
        <div>
          <Button type="submit" loading={house.busy}>
            {t.save}
          </Button>
        </div>
        {before.length > 0 ? (
          <div>
            <h3>{t.before}</h3>
            <ul className={styles.plain}>
              {before.map((one) => (
                <li key={one.id} className={one.difference === 0 ? 'second' : 'late'}>
                  <span className="num">{formatTime(one.counted_at)}</span> ·{' '}
                  {[t.line(one.counted, one.expected), one.counted_by, one.note].filter(Boolean).join(' · ')}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </form>
    </Sheet>
  )
}
