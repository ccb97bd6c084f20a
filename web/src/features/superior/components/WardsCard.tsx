import { Link } from 'react-router'
import type { ReportsOverview, WardReports } from '@/api/types'
import { formatDate, formatWhen } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { DataTable, type Column } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { StatusTag } from '@/ui/StatusTag'
import { byNeed, inState, stateOf } from '../compare'
import type { State } from '../filters'
import { superiorTexts } from '../texts'
import { useReportActs } from '../useReportActs'
import styles from './superior.module.css'

const TAGS = {
  late: ['red', 'alert'],
  missing: ['plain', 'circle'],
  returned: ['orange', 'back'],
  sent: ['blue', 'clock'],
  acknowledged: ['green', 'check'],
} as const

interface WardsCardProps {
  data: ReportsOverview
  state: State | null
  onAll: () => void
}

/** Who has sent and who has not, the missing first; what waits for the reader is done from here. */
export function WardsCard({ data, state, onAll }: WardsCardProps) {
  const t = useTexts(superiorTexts)
  const rows = byNeed(data.wards).filter((ward) => inState(ward, state))
  const acts = useReportActs()
  const columns: Column<WardReports>[] = [
    { key: 'ward', header: t.list.ward, cell: (ward) => <Name ward={ward} /> },
    { key: 'status', header: t.list.status, width: '190px', cell: (ward) => <Tag ward={ward} /> },
    { key: 'when', header: t.list.when, width: '230px', cell: (ward) => <When ward={ward} /> },
    { key: 'act', header: '', width: '250px', align: 'end', cell: (ward) => <Acts ward={ward} acts={acts} /> },
  ]
  return (
    <Card title={t.list.title} flush className={styles.list}>
      {rows.length === 0 ? (
        <EmptyState
          title={t.list.none}
          action={
            <Button variant="light" onClick={onAll}>
              {t.list.all}
            </Button>
          }
        />
      ) : (
        <DataTable
          caption={t.list.title}
          columns={columns}
          rows={rows}
          rowKey={(ward) => ward.ward_id}
          card={(ward) => (
            <div className={styles.card}>
              <div className="row-between">
                <strong>
                  <Name ward={ward} />
                </strong>
                <Tag ward={ward} />
              </div>
              <When ward={ward} />
              <Acts ward={ward} acts={acts} />
            </div>
          )}
        />
      )}
    </Card>
  )
}

function Name({ ward }: { ward: WardReports }) {
  const t = useTexts(superiorTexts).list
  if (!ward.report_id) return <span>{ward.ward_name}</span>
  return (
    <Link to={`/bao-cao/${ward.report_id}`} className={styles.name} aria-label={t.open(ward.ward_name)}>
      {ward.ward_name}
    </Link>
  )
}

function Tag({ ward }: { ward: WardReports }) {
  const t = useTexts(superiorTexts).state
  const state = stateOf(ward)
  const [tone, icon] = TAGS[state]
  return (
    <StatusTag tone={tone} icon={icon}>
      {t[state]}
    </StatusTag>
  )
}

function When({ ward }: { ward: WardReports }) {
  const t = useTexts(superiorTexts).list
  if (!ward.sent_at || !ward.report_id) {
    return (
      <span className={ward.late ? 'late num' : 'second num'}>
        {ward.due_on ? t.due(formatDate(ward.due_on)) : t.noDue}
      </span>
    )
  }
  return (
    <div className="second num">
      <p>{t.sentAt(formatWhen(ward.sent_at))}</p>
      {ward.acknowledged_at ? <p>{t.acknowledgedAt(formatWhen(ward.acknowledged_at))}</p> : null}
      {ward.revision && ward.revision > 1 ? <p>{t.revision(ward.revision)}</p> : null}
    </div>
  )
}

function Acts({ ward, acts }: { ward: WardReports; acts: ReturnType<typeof useReportActs> }) {
  const t = useTexts(superiorTexts).act
  if (ward.status !== 'sent') return null
  return (
    <div className={`${styles.acts} no-print`}>
      <Button
        variant="default"
        aria-label={t.backOf(ward.ward_name)}
        loading={acts.busy === `return${ward.ward_id}`}
        onClick={() => void acts.giveBack(ward)}
      >
        {t.back}
      </Button>
      <Button
        aria-label={t.acknowledgeOf(ward.ward_name)}
        loading={acts.busy === `acknowledge${ward.ward_id}`}
        onClick={() => void acts.acknowledge(ward)}
      >
        {t.acknowledge}
      </Button>
    </div>
  )
}
