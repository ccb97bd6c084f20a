import { Link } from 'react-router'
import type { AuditEntry } from '@/api/types'
import { useCan } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { StatusTag } from '@/ui/StatusTag'
import { changesOf, placeOfEntry, predicate, subject } from '../sentences'
import { auditTexts } from '../texts'
import styles from './audit.module.css'

/** "Nguyễn Văn A đã duyệt một nhiệm vụ", and where he sits. */
export function Sentence({ row }: { row: AuditEntry }) {
  const t = useTexts(auditTexts)
  const place = placeOfEntry(row, useCan())
  const said = predicate(t, row)
  const second = [
    row.actor ? [...new Set([row.actor.position, row.actor.unit_name])].filter(Boolean).join(', ') : '',
    row.acting_for ? t.for(row.acting_for.full_name) : '',
  ].filter(Boolean)
  return (
    <div>
      <p>
        <strong>{subject(t, row)}</strong> {place ? <Link to={place}>{said}</Link> : said}
      </p>
      {second.length > 0 ? <p className="small muted">{second.join(' · ')}</p> : null}
      {row.outcome === 'denied' ? (
        <p className={styles.tag}>
          <StatusTag tone="red" icon="ban">
            {t.denied}
          </StatusTag>
        </p>
      ) : null}
    </div>
  )
}

/** What changed from what to what, and the words of the program: for whoever looks closely. */
export function Details({ row }: { row: AuditEntry }) {
  const t = useTexts(auditTexts)
  const changes = changesOf(t, row)
  const codes: [string, string | number | null | undefined][] = [
    [t.number, row.id],
    [t.code, row.action],
    [t.row, row.row_id],
    [t.request, row.request_id],
  ]
  return (
    <details className={styles.details}>
      <summary>{t.details(changes.length)}</summary>
      <dl className="small">
        {changes.map(({ field, label, before, after }) => (
          <div key={field}>
            <dt>{label}</dt>
            <dd>{`${before || t.nothing} → ${after || t.nothing}`}</dd>
          </div>
        ))}
        {codes.map(([name, value]) =>
          value ? (
            <div key={name} className="muted">
              <dt>{name}</dt>
              <dd className="num">{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </details>
  )
}
