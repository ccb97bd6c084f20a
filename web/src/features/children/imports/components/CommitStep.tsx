import { useRef, useState } from 'react'
import { Link } from 'react-router'
import { useTexts } from '@/lib/i18n'
import { newId } from '@/lib/ids'
import { isProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { useProblemText } from '@/ui/ErrorState'
import { Notice } from '@/ui/Notice'
import { Radio } from '@/ui/Radio'
import { outcome, type Decisions, type Outcome } from '../preview'
import { commitImport, readImport, type ChildImport, type CommitBody } from '../queries'
import { importTexts } from '../texts'
import { StepHead } from './Steps'
import styles from './imports.module.css'

interface CommitStepProps {
  one: ChildImport
  decisions: Decisions
  /** `sum`: what was written; none when somebody else was quicker. */
  onDone: (done: ChildImport, sum: Outcome | null) => void
}

export function CommitStep({ one, decisions, onDone }: CommitStepProps) {
  const texts = useTexts(importTexts)
  const t = texts.commit
  const problemText = useProblemText()
  const key = useRef(newId())
  const sum = outcome(one.counts, decisions)
  const blocked = one.counts.wrong > 0
  const [mode, setMode] = useState<CommitBody['mode']>(blocked ? 'good_rows' : 'all')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<{ text: string; wrong: boolean } | null>(null)
  const written = sum.new + sum.changed
  const lines = [
    sum.new > 0 ? t.new(sum.new) : '',
    sum.changed > 0 ? t.changed(sum.changed) : '',
    sum.skipped > 0 ? t.skipped(sum.skipped) : '',
    sum.wrong > 0 ? t.wrong(sum.wrong) : '',
    sum.leftOut > 0 ? t.leftOut(sum.leftOut) : '',
  ].filter(Boolean)

  const write = async () => {
    const question = { title: t.confirmTitle, body: t.confirmBody(lines.slice(0, 3).join('; ')), confirm: t.confirm }
    if (!(await ask(question)).yes) return
    setBusy(true)
    setProblem(null)
    try {
      const choices = Object.values(decisions).map(({ sheet, row, take }) => ({ sheet, row, take }))
      onDone(await commitImport(one, key.current, { mode, decisions: choices }), sum)
    } catch (error) {
      // A lost answer is asked for again with the same key: nobody is written down twice.
      if (isProblem(error)) key.current = newId()
      setProblem({ text: problemText(error), wrong: isProblem(error) && error.code === 'has_wrong_rows' })
      // Somebody else was quicker: what the import has become is shown.
      if (isProblem(error) && (error.status === 412 || error.code === 'import_done')) {
        await readImport(one.id).then(
          (now) => onDone(now, null),
          () => undefined,
        )
      }
      setBusy(false)
    }
  }
  return (
    <>
      <StepHead title={texts.step.ghi}>{t.intro}</StepHead>
      {problem ? (
        <Notice
          tone="danger"
          live
          title={t.failed}
          actions={problem.wrong ? <Link to={`/tre-em/nhap/${one.id}?buoc=dong`}>{t.seeWrong}</Link> : undefined}
        >
          {problem.text} {t.refused}
        </Notice>
      ) : null}
      <div className="split split-even">
        <Card title={t.willTitle}>
          <ul className={styles.will}>
            {lines.length > 0 ? lines.map((line) => <li key={line}>{line}</li>) : <li>{t.nothing}</li>}
          </ul>
        </Card>
        <Card>
          <Radio.Group
            label={<span className={styles.how}>{t.how}</span>}
            value={mode}
            onChange={(next) => setMode(next as CommitBody['mode'])}
          >
            <div className="stack" style={{ marginTop: 12 }}>
              <Radio
                value="all"
                disabled={blocked || busy}
                label={<strong>{t.all}</strong>}
                description={blocked ? `${t.allHint} ${t.allBlocked(one.counts.wrong)}` : t.allHint}
              />
              <Radio value="good_rows" disabled={busy} label={<strong>{t.good}</strong>} description={t.goodHint} />
            </div>
          </Radio.Group>
        </Card>
      </div>
      <div className={styles.foot}>
        <span role="status" className="muted">
          {busy ? t.busy(written) : written === 0 ? t.nothing : ''}
        </span>
        <Button loading={busy} disabled={written === 0} onClick={() => void write()}>
          {t.go}
        </Button>
      </div>
      {busy ? <div className={styles.running} role="progressbar" aria-label={t.busy(written)} /> : null}
    </>
  )
}
