import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { meKey, useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Modal } from '@/ui/Modal'
import { StatusTag } from '@/ui/StatusTag'
import { toast } from '@/ui/toast'
import { disableTotp, renewRecoveryCodes } from '../queries'
import { accountTexts } from '../texts'
import { PasswordStep } from './PasswordStep'
import { PaperCodes, TotpSteps } from './TotpSteps'

/** Below this many it is time for new ones. */
const FEW = 3

export function TotpCard() {
  const t = useTexts(accountTexts).totp
  const { me } = useSession()
  const queries = useQueryClient()
  const [open, setOpen] = useState<'start' | 'renew' | 'stop' | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const { totp_enabled: on, recovery_codes_left: left, recovery_codes_old: old } = me.user
  const refresh = () => void queries.invalidateQueries({ queryKey: meKey })
  const show = (fresh: string[], word: string) => {
    setOpen(null)
    setCodes(fresh)
    toast.ok(word)
  }
  return (
    <Card title={t.title}>
      {on ? (
        <div className="stack">
          <div className="row-between">
            <StatusTag tone="green" icon="check">
              {t.on}
            </StatusTag>
            <Button variant="default" size="sm" onClick={() => setOpen('stop')}>
              {t.stop}
            </Button>
          </div>
          <p className={left < FEW || old ? undefined : 'second'}>
            {t.left(left)} {old ? t.old : left < FEW ? t.few : null}
          </p>
          <div>
            <Button variant={left < FEW || old ? 'light' : 'default'} size="sm" onClick={() => setOpen('renew')}>
              {t.renew}
            </Button>
          </div>
        </div>
      ) : (
        <div className="stack">
          <p>{t.off}</p>
          <div>
            <Button variant="light" onClick={() => setOpen('start')}>
              {t.start}
            </Button>
          </div>
        </div>
      )}
      <Modal opened={open === 'start'} onClose={() => setOpen(null)} title={t.start}>
        <TotpSteps onCodes={(fresh) => show(fresh, t.started)} />
      </Modal>
      <Modal opened={open === 'renew'} onClose={() => setOpen(null)} title={t.renew} size="md">
        <div className="stack">
          <p>{t.renewBody}</p>
          <PasswordStep
            button={t.renew}
            onPassword={async (password) => show((await renewRecoveryCodes(password)).recovery_codes, t.renewed)}
          />
        </div>
      </Modal>
      {/* Shown this once: it must be answered. */}
      <Modal opened={codes !== null} onClose={() => undefined} must title={t.codes}>
        <PaperCodes
          codes={codes ?? []}
          onKept={() => {
            setCodes(null)
            refresh()
          }}
        />
      </Modal>
      <Modal opened={open === 'stop'} onClose={() => setOpen(null)} title={t.stopTitle} size="md">
        <PasswordStep
          button={t.stop}
          danger
          onPassword={async (password) => {
            await disableTotp(password)
            setOpen(null)
            toast.ok(t.stopped)
            refresh()
          }}
        />
      </Modal>
    </Card>
  )
}
