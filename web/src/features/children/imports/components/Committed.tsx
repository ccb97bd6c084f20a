import { useSession } from '@/app/session'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { Button, LinkButton } from '@/ui/Button'
import { Card, Facts } from '@/ui/Card'
import { Notice } from '@/ui/Notice'
import { canUndo, outcome, type Outcome } from '../preview'
import type { ChildImport } from '../queries'
import { importTexts } from '../texts'
import { useUndo } from '../useUndo'
import { KeptList } from './KeptList'
import { Rejected } from './Rejected'
import { StepHead } from './Steps'

interface CommittedProps {
  one: ChildImport
  written: Outcome | null
  onDone: (done: ChildImport) => void
}

/** An import that was written down, and what takes it back. */
export function Committed({ one, written, onDone }: CommittedProps) {
  const texts = useTexts(importTexts)
  const t = texts.commit
  const undone = one.status === 'undone'
  const sum = written ?? outcome(one.counts, {})
  const { today } = useSession()
  const { undo, busy } = useUndo(onDone)
  return (
    <>
      <StepHead title={undone ? texts.undo.undone(formatInstant(one.undone_at)) : t.done} />
      {undone ? one.kept.length > 0 ? <KeptList kept={one.kept} /> : <Notice tone="ok">{texts.undo.all}</Notice> : null}
      <div className="split split-even">
        <Card>
          <div className="stack">
            <Facts
              items={[
                [t.result.new, <Count key="n" n={sum.new} />],
                [t.result.changed, <Count key="c" n={sum.changed} />],
                [t.result.skipped, <Count key="d" n={sum.skipped} />],
                [t.result.wrong, <Count key="w" n={sum.wrong} />],
              ]}
            />
            <p className="small muted">
              {one.committed_at ? `${t.at(formatInstant(one.committed_at))}. ` : ''}
              {!written && one.counts.duplicate > 0 ? t.counted : ''}
            </p>
            <div className="row">
              <LinkButton to="/tre-em">{t.list}</LinkButton>
              <LinkButton to="/tre-em/nhap" variant="default">
                {t.another}
              </LinkButton>
            </div>
            {one.rejected_url && one.counts.wrong > 0 ? <Rejected one={one} /> : null}
          </div>
        </Card>
        {undone ? null : (
          <Card title={texts.undo.title}>
            <div className="stack">
              {canUndo(one, today) ? (
                <>
                  <p>{texts.undo.what}</p>
                  <p className="muted">{texts.undo.until(formatInstant(one.undo_until))}</p>
                  <div>
                    <Button color="red" variant="outline" loading={busy} onClick={() => void undo(one)}>
                      {texts.undo.go}
                    </Button>
                  </div>
                </>
              ) : (
                <p>{texts.undo.late}</p>
              )}
            </div>
          </Card>
        )}
      </div>
    </>
  )
}

const Count = ({ n }: { n: number }) => <strong className="num">{formatNumber(n)}</strong>
