import { Link } from 'react-router'
import type { BreachLine } from '@/api/types'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { DataTable, type Column } from '@/ui/DataTable'
import { PersonName } from '@/ui/PersonName'
import { breachTexts } from '../texts'
import styles from './breaches.module.css'
import { BreachTag, ClockTag } from './tags'

interface BreachTableProps {
  caption: string
  rows: BreachLine[]
  desk: boolean
  more: { total: number; loading: boolean; onMore: () => void }
}

export function BreachTable({ caption, rows, desk, more }: BreachTableProps) {
  const texts = useTexts(breachTexts)
  const t = texts.list
  const columns: Column<BreachLine>[] = [
    {
      key: 'kind',
      header: t.kind,
      cell: (row) => (
        <Link to={`/vi-pham-du-lieu/${row.id}`} className={styles.title}>
          {texts.kinds[row.kind]} <span className="muted num">{row.code}</span>
        </Link>
      ),
    },
    ...(desk
      ? [
          {
            key: 'clock',
            header: t.clock,
            width: '180px',
            cell: (row: BreachLine) => (row.clock ? <ClockTag clock={row.clock} /> : null),
          },
        ]
      : []),
    { key: 'status', header: t.status, width: '160px', cell: (row) => <BreachTag status={row.status} /> },
    {
      key: 'discovered',
      header: t.discovered,
      width: '150px',
      cell: (row) => <span className="num">{formatInstant(row.discovered_at)}</span>,
    },
    ...(desk
      ? [{ key: 'by', header: t.by, cell: (row: BreachLine) => <PersonName person={row.reported_by} unit /> }]
      : []),
  ]
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      more={more}
      card={(row) => (
        <Link to={`/vi-pham-du-lieu/${row.id}`} className={styles.card}>
          <strong>{texts.kinds[row.kind]}</strong>
          <span className="second">
            {row.code} · <span className="num">{formatInstant(row.discovered_at)}</span>
          </span>
          <span className={styles.tags}>
            {row.clock ? <ClockTag clock={row.clock} /> : null}
            <BreachTag status={row.status} />
          </span>
        </Link>
      )}
    />
  )
}
