import type { ReportCheck } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Modal } from '@/ui/Modal'
import { anchorOf, sortChecks } from '../figures'
import { goTo } from '../goTo'
import { reportTexts } from '../texts'
import styles from './reports.module.css'

/** What does not fit: mistakes first, then what is worth a look; what is only empty is folded. */
export function ChecksCard({ checks }: { checks: ReportCheck[] }) {
  const t = useTexts(reportTexts).check
  const { errors, warnings, blanks } = sortChecks(checks)
  return (
    <Card title={checks.length > 0 ? `${t.title} (${checks.length})` : t.title} className="no-print">
      {checks.length === 0 ? <p className="done">{t.ok}</p> : null}
      <div className="stack-2">
        {errors.length > 0 ? (
          <>
            <h3 className="late">{t.errors(errors.length)}</h3>
            <Lines checks={errors} />
          </>
        ) : null}
        {warnings.length > 0 ? (
          <>
            <h3>{t.warnings(warnings.length)}</h3>
            <Lines checks={warnings} />
          </>
        ) : null}
        {blanks.length > 0 ? (
          <details className={styles.insert}>
            <summary>{t.blanks(blanks.length)}</summary>
            <Lines checks={blanks} />
          </details>
        ) : null}
      </div>
    </Card>
  )
}

function Lines({ checks, onGo }: { checks: ReportCheck[]; onGo?: () => void }) {
  return (
    <ul className={styles.checks}>
      {checks.map((check) => {
        const anchor = anchorOf(check)
        return (
          <li key={check.code + check.about}>
            <a
              href={`#${anchor}`}
              onClick={(event) => {
                event.preventDefault()
                onGo?.()
                // After a dialog has given the focus back.
                setTimeout(() => goTo(anchor), onGo ? 200 : 0)
              }}
            >
              {check.message}
            </a>
          </li>
        )
      })}
    </ul>
  )
}

/** Why it cannot be submitted, each a way to where it is mended. */
export function NotReady({ checks, onClose }: { checks: ReportCheck[]; onClose: () => void }) {
  const t = useTexts(reportTexts).check
  return (
    <Modal opened onClose={onClose} title={t.notReady}>
      <div className="stack">
        <p>{t.notReadyBody}</p>
        <Lines checks={checks} onGo={onClose} />
        <div>
          <Button variant="default" onClick={onClose}>
            {t.close}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
