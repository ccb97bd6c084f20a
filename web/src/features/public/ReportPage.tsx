import { useEffect, useRef, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useTexts } from '@/lib/i18n'
import { isOffline, isProblem } from '@/lib/problem'
import { useReachable } from '@/offline/useOutbox'
import { Button } from '@/ui/Button'
import { useProblemText } from '@/ui/ErrorState'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { CallNow } from './components/CallNow'
import styles from './components/public.module.css'
import { PublicFrame } from './components/PublicFrame'
import { ReportForm } from './components/ReportForm'
import { Sent } from './components/Sent'
import { ageIsRight, dropDraft, isBlank, keepDraft, newDraft, readDraft, sendReport, type Report } from './report'
import { publicTexts } from './texts'

type State =
  { is: 'writing' | 'sending' | 'proof' | 'offline' } | { is: 'busy'; seconds: number } | { is: 'failed'; why: string }

export default function ReportPage() {
  const t = useTexts(publicTexts).report
  const problemText = useProblemText()
  const reachable = useReachable()
  // An installation of several wards gives each its own address.
  const ward = useSearchParams()[0].get('phuong')
  const [draft, setDraft] = useState(() => readDraft() ?? newDraft())
  const [restored, setRestored] = useState(() => !isBlank(draft.report))
  const [wrong, setWrong] = useState<{ narrative?: string; age?: string }>({})
  const [state, setState] = useState<State>({ is: 'writing' })
  const [code, setCode] = useState('')
  const sending = useRef(false)
  const { report } = draft

  const change = (part: Partial<Report>) => {
    const next = { ...draft, report: { ...report, ...part } }
    setDraft(next)
    keepDraft(next)
    setWrong({})
  }
  const clear = () => {
    dropDraft()
    setDraft(newDraft())
    setRestored(false)
    setCode('')
    setState({ is: 'writing' })
  }
  const send = async () => {
    if (sending.current) return
    const faults = {
      ...(report.narrative.trim() ? {} : { narrative: t.narrativeMissing }),
      ...(ageIsRight(report.age) ? {} : { age: t.ageWrong }),
    }
    setWrong(faults)
    const [first] = Object.keys(faults)
    if (first) return document.getElementById(first)?.focus()
    sending.current = true
    setState({ is: 'sending' })
    try {
      setCode(await sendReport(draft, ward, () => setState({ is: 'proof' })))
      dropDraft()
      scrollTo(0, 0)
    } catch (error) {
      if (isOffline(error)) setState({ is: 'offline' })
      else if (isProblem(error, 429)) setState({ is: 'busy', seconds: error.retryAfter ?? 20 })
      else setState({ is: 'failed', why: isProblem(error) ? problemText(error) : t.failed })
    } finally {
      sending.current = false
    }
  }

  const latest = useRef(send)
  useEffect(() => {
    latest.current = send
  })
  useEffect(() => {
    if (state.is === 'offline' && reachable) void latest.current()
  }, [state, reachable])
  useEffect(() => {
    if (state.is !== 'busy') return
    const timer = setTimeout(() => {
      if (state.seconds > 1) setState({ is: 'busy', seconds: state.seconds - 1 })
      else void latest.current()
    }, 1_000)
    return () => clearTimeout(timer)
  }, [state])

  // Whoever stands behind must not see what was written, nor come back to it.
  const leave = () => {
    dropDraft()
    location.replace('about:blank')
  }
  if (code) {
    return (
      <PublicFrame onLeave={leave}>
        <Sent code={code} onAnother={clear} />
      </PublicFrame>
    )
  }
  const again = (
    <Button size="sm" variant="default" onClick={() => void send()}>
      {t.again}
    </Button>
  )
  return (
    <PublicFrame onLeave={leave}>
      <Page title={t.title} subtitle={t.intro}>
        <CallNow />
        {restored && state.is === 'writing' ? (
          <Notice
            tone="warn"
            actions={
              <Button size="sm" variant="default" onClick={clear}>
                {t.clear}
              </Button>
            }
          >
            {t.restored}
          </Notice>
        ) : null}
        <ReportForm
          report={report}
          wrong={wrong}
          busy={state.is === 'sending' || state.is === 'proof'}
          onChange={change}
          onSend={() => void send()}
        >
          {state.is === 'offline' ? (
            <Notice tone="danger" live title={t.offlineTitle} actions={again}>
              {t.offlineBody}
            </Notice>
          ) : state.is === 'proof' ? (
            <Notice live>{t.proof}</Notice>
          ) : state.is === 'busy' ? (
            <Notice tone="warn" actions={again}>
              {t.busy(state.seconds)}
            </Notice>
          ) : state.is === 'failed' ? (
            <Notice tone="danger" live>
              {state.why}
            </Notice>
          ) : null}
        </ReportForm>
        <Link to="/bao-tin/theo-doi" className={styles.line}>
          {t.follow}
        </Link>
      </Page>
    </PublicFrame>
  )
}
