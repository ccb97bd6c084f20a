import { IconArrowRight } from '@tabler/icons-react'
import { Fragment } from 'react'
import { Link } from 'react-router'
import type { Case } from '@/api/types'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { usePhone } from '@/ui/DataTable'
import { isRunning } from '../clocks'
import type { Do } from '../doing'
import { fileTexts } from './texts'
import { formOfStep, formPlace, isLeaders, type FormKind } from '../steps'
import { useCaseActs } from '../useCaseActs'
import { ClockLine } from './CaseClock'
import styles from './file.module.css'

type Step = keyof (typeof fileTexts)['vi']['next']['name']

/** What the law wants now, from whom, until when, what is still missing: and the one button that leads there. */
export function NextStep({ of, onDo }: { of: Case; onDo: Do }) {
  const t = useTexts(fileTexts)
  const phone = usePhone()
  const step = of.next_step as Step | null
  const clocks = of.deadlines.filter(isRunning).sort((a, b) => a.due_at.localeCompare(b.due_at))
  if (!step) {
    return clocks.length === 0 ? null : (
      <Card>
        <Clocks of={of} />
      </Card>
    )
  }
  const mine = of.allowed_actions.includes(step)
  // What a form still lacks is only told while the file for the chairperson is being put together.
  const missing = ['open', 'initial_assessment', 'assessment'].includes(of.status) && !of.closing ? of.missing : []
  const who = isLeaders(step) ? t.next.leader : t.next.officer
  return (
    <Card className={styles.next} title={t.next.name[step]}>
      <div className="stack">
        <p>{mine ? t.next.mine(who) : t.next.waiting(who)}</p>
        {of.closing && step === 'close' ? (
          <div>
            <p>
              <strong>{t.closingKind[of.closing.kind]}</strong>
            </p>
            <p className="pre">{of.closing.reason}</p>
            <p className="second">{t.next.proposal(of.closing.by?.full_name ?? '', formatInstant(of.closing.at))}</p>
          </div>
        ) : null}
        <Clocks of={of} />
        {missing.length > 1 ? (
          <p className="second">
            {t.next.missing}{' '}
            {missing.map((part, index) => (
              <Fragment key={part}>
                {index > 0 ? ', ' : ''}
                <Link to={formPlace(of.id, FORM_OF[part])} className="nowrap">
                  {t.forms.short[FORM_OF[part]]}
                </Link>
              </Fragment>
            ))}
          </p>
        ) : null}
        {phone ? null : <NextButtons of={of} onDo={onDo} />}
      </div>
    </Card>
  )
}

const FORM_OF: Record<Case['missing'][number], FormKind> = {
  initial_assessment: 'initial_assessment',
  detailed_assessment: 'detailed_assessment',
  meeting: 'needs_meeting',
  plan: 'support_plan',
}

function Clocks({ of }: { of: Case }) {
  const clocks = of.deadlines.filter(isRunning).sort((a, b) => a.due_at.localeCompare(b.due_at))
  if (clocks.length === 0) return null
  return (
    <ul className={styles.clocks}>
      {clocks.map((clock) => (
        <li key={clock.kind + clock.starts_at}>
          <ClockLine clock={clock} />
        </li>
      ))}
    </ul>
  )
}

/** On the phone they stay in reach of the thumb, wherever one reads. */
export function NextBar({ of, onDo }: { of: Case; onDo: Do }) {
  const phone = usePhone()
  const step = of.next_step
  if (!phone || !step || !of.allowed_actions.includes(step)) return null
  return (
    <div className={`${styles.sticky} no-print`} data-bar>
      <NextButtons of={of} onDo={onDo} />
    </div>
  )
}

function NextButtons({ of, onDo }: { of: Case; onDo: Do }) {
  const t = useTexts(fileTexts).next
  const acts = useCaseActs(of)
  const step = of.next_step as Step | null
  if (!step || !of.allowed_actions.includes(step)) return null
  const form = formOfStep(step)
  const arrow = <IconArrowRight size={18} aria-hidden />
  return (
    <div className={`${styles.buttons} no-print`}>
      {form ? (
        <LinkButton to={formPlace(of.id, form)} rightSection={arrow}>
          {t.go[step]}
        </LinkButton>
      ) : (
        <Button
          rightSection={arrow}
          loading={acts.busy === step}
          onClick={() => (step === 'continue' ? void acts.goOn() : onDo(step as 'decide' | 'implement' | 'close'))}
        >
          {t.go[step]}
        </Button>
      )}
      {step === 'close' && of.allowed_actions.includes('reject_closing') ? (
        <Button variant="default" onClick={() => onDo('reject_closing')}>
          {t.refuse}
        </Button>
      ) : null}
      {step === 'decide' ? (
        <LinkButton to={formPlace(of.id, 'support_plan')} variant="default">
          {t.reread}
        </LinkButton>
      ) : null}
    </div>
  )
}
