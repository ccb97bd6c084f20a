import type { CaseFolder, CaseMeasure } from '@/api/types'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card, Facts } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { StatusTag } from '@/ui/StatusTag'
import { actTexts } from '../dialogs/texts'
import type { Do } from '../doing'
import { fileTexts } from './texts'
import styles from './file.module.css'

export function MeasuresTab({ folder, onDo }: { folder: CaseFolder; onDo: Do }) {
  const t = useTexts(fileTexts).measure
  const acts = useTexts(actTexts)
  const may = folder.case.allowed_actions
  return (
    <Card flush>
      {folder.measures.length === 0 ? (
        <EmptyState
          action={
            may.includes('measure') ? <Button onClick={() => onDo('measure')}>{acts.measure.go}</Button> : undefined
          }
        >
          {t.empty}
        </EmptyState>
      ) : (
        <ul className={styles.entries}>
          {folder.measures.map((one) => (
            <li key={one.id} className={styles.entry}>
              <Measure one={one} />
              {one.ended_at ? null : (
                <span className={`${styles.acts} no-print`}>
                  {one.kind === 'separation' && may.includes('separate') ? (
                    <Button variant="default" size="sm" onClick={() => onDo('extend', one.id)}>
                      {acts.extend.go}
                    </Button>
                  ) : null}
                  {may.includes(one.kind === 'separation' ? 'separate' : 'measure') ? (
                    <Button variant="default" size="sm" onClick={() => onDo('end', one.id)}>
                      {acts.end.go}
                    </Button>
                  ) : null}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function Measure({ one }: { one: CaseMeasure }) {
  const t = useTexts(fileTexts).measure
  const from = formatInstant(one.starts_at)
  const to = one.ended_at ?? one.ends_at
  const fact = (label: string, value: string | null): [string, string] | null => (value ? [label, value] : null)
  return (
    <div className="grow stack-2">
      <p className={styles.title}>{t.kind[one.kind]}</p>
      <p className="row">
        <StatusTag tone={one.ended_at ? 'plain' : 'blue'} icon={one.ended_at ? 'check' : 'clock'}>
          {one.ended_at ? t.ended : t.running}
        </StatusTag>
        <span className="second num">{to ? t.until(from, formatInstant(to)) : t.from(from)}</span>
      </p>
      {one.what ? <p className="pre">{one.what}</p> : null}
      <Facts
        items={[
          fact(t.reason, one.reason),
          fact(t.number, one.number),
          fact(t.responsible, one.responsible),
          one.place === null ? [t.place, t.secret] : fact(t.place, one.place),
          fact(t.endNote, one.end_note),
        ]}
      />
      {one.latest_end_at ? <p className="second">{t.limit(formatInstant(one.latest_end_at))}</p> : null}
      {one.decided_by ? <p className="second">{t.decidedBy(one.decided_by.full_name)}</p> : null}
    </div>
  )
}
