import type { Inspection, InspectionVisit } from '@/api/types'
import { formatDate } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Attachments } from '@/ui/Attachments'
import { LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { useProblemText } from '@/ui/ErrorState'
import { StatusTag } from '@/ui/StatusTag'
import { toast } from '@/ui/toast'
import { files, loadAttachment } from '../queries'
import { inspectionTexts } from '../texts'
import { FileButton } from '@/ui/FileButton'
import styles from './inspections.module.css'

/** One line for each unit that the reader may look into. */
export function VisitsCard({ row }: { row: Inspection }) {
  const t = useTexts(inspectionTexts)
  return (
    <Card title={t.one.visits} aside={t.visited(row.units_visited, row.units_total)}>
      <ul className={styles.lines}>
        {row.visits.map((visit) => (
          <li key={visit.id}>
            <Visit row={row} visit={visit} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Visit({ row, visit }: { row: Inspection; visit: InspectionVisit }) {
  const t = useTexts(inspectionTexts)
  const problemText = useProblemText()
  const done = Boolean(visit.visited_on)
  const missed = visit.answers.filter((answer) => answer.result === 'not_met')
  const nameOf = (code: string) => row.topics.find((topic) => topic.code === code)?.text ?? code
  return (
    <div className="stack-2">
      <div className={styles.head}>
        <strong>{visit.unit.name}</strong>
        <StatusTag tone={done ? 'green' : 'plain'} icon={done ? 'check' : 'clock'}>
          {visit.visited_on ? t.one.visitedOn(formatDate(visit.visited_on)) : t.one.notYet}
        </StatusTag>
      </div>
      {done || visit.answers.length > 0 ? (
        <p className="second">{t.one.answered(visit.answers.length, row.topics.length)}</p>
      ) : null}
      {missed.map((answer) => (
        <p key={answer.code}>
          <StatusTag tone="red" icon="alert" wrap>
            {t.result.not_met}: {nameOf(answer.code)}
          </StatusTag>
          {answer.note ? <span className="second"> {answer.note}</span> : null}
        </p>
      ))}
      {(
        [
          [t.one.positives, visit.positives],
          [t.one.findings, visit.findings],
          [t.one.opinion, visit.unit_opinion],
        ] as const
      ).map(([label, text]) =>
        text ? (
          <p key={label} className="pre">
            <strong>{label}:</strong> {text}
          </p>
        ) : null,
      )}
      <Attachments
        files={visit.attachments}
        load={loadAttachment}
        onFailure={(error) => toast.error(problemText(error))}
      />
      <div className="row no-print">
        {row.allowed_actions.includes('visit') ? (
          <LinkButton to={`/kiem-tra/${row.id}/don-vi/${visit.id}`} variant={done ? 'default' : 'filled'}>
            {done ? t.one.change : t.one.write}
          </LinkButton>
        ) : null}
        <FileButton
          label={t.one.minutes}
          name={`${t.fileName.minutes}-${visit.unit.code}.docx`}
          load={() => files.minutes(row.id, visit.id)}
        />
      </div>
    </div>
  )
}
