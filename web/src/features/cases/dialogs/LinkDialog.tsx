import { useState } from 'react'
import type { Case } from '@/api/types'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { CopyText } from '@/ui/CopyText'
import { Modal } from '@/ui/Modal'
import { Notice } from '@/ui/Notice'
import { useAct } from '@/ui/useAct'
import { actTexts } from './texts'
import { makeLink } from '../acts'
import { CASE_TOUCHES } from '../queries'

/** Shown once and nowhere kept; the token stands behind the sign that a browser never sends. */
export function LinkDialog({ of, referral, onClose }: { of: Case; referral: string; onClose: () => void }) {
  const t = useTexts(actTexts).link
  const { act, busy } = useAct(CASE_TOUCHES)
  const [made, setMade] = useState<{ link: string; until: string } | null>(null)
  const make = async () => {
    const answer = await act('link', (key) => makeLink(of, referral, key))
    if (answer) setMade({ link: `${location.origin}/tra-loi#${answer.token}`, until: answer.expires_at })
  }
  return (
    <Modal opened onClose={onClose} title={t.title} size="md" must={made !== null}>
      <div className="stack">
        {made ? (
          <>
            <Notice tone="warn">{t.once}</Notice>
            <CopyText text={made.link} label={t.label} />
            <p className="second">{t.until(formatInstant(made.until))}</p>
            <div>
              <Button onClick={onClose}>{t.close}</Button>
            </div>
          </>
        ) : (
          <>
            <p>{t.body}</p>
            <div>
              <Button loading={busy !== null} onClick={() => void make()}>
                {t.make}
              </Button>
            </div>
          </>
        )}
      </div>
    </Modal>
  )
}
