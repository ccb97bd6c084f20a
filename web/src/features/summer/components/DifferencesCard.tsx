import { useState } from 'react'
import { Link } from 'react-router'
import type { HandoverDifference } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { summerTexts } from '../texts'
import styles from './summer.module.css'

const KINDS = ['in_two_lists', 'twice_in_list', 'lives_elsewhere', 'left_school', 'in_no_list'] as const
const FIRST = 8

export function DifferencesCard({ differences }: { differences: HandoverDifference[] }) {
  const t = useTexts(summerTexts).difference
  return (
    <Card title={t.title(differences.length)} flush>
      {differences.length === 0 ? <EmptyState>{t.none}</EmptyState> : null}
      {KINDS.map((kind) => {
        const own = differences.filter((one) => one.kind === kind)
        return own.length > 0 ? <Kind key={kind} kind={kind} rows={own} /> : null
      })}
    </Card>
  )
}

function Kind({ kind, rows }: { kind: HandoverDifference['kind']; rows: HandoverDifference[] }) {
  const t = useTexts(summerTexts).difference
  const [all, setAll] = useState(false)
  const shown = all ? rows : rows.slice(0, FIRST)
  return (
    <section style={{ padding: '0 16px 12px' }}>
      <h3>
        {t.kind[kind]} ({rows.length})
      </h3>
      <p className="small muted">{t.why[kind]}</p>
      <ul className={styles.list}>
        {shown.map((one) => (
          <li key={one.child_id} style={{ padding: '6px 0' }}>
            <strong>{one.full_name}</strong>{' '}
            <span className="second">
              {[one.birth_year, one.school?.name, one.neighborhood?.name].filter(Boolean).join(' · ')}
            </span>{' '}
            {one.other_handover_id ? (
              <Link to={`/sinh-hoat-he/ban-giao/${one.other_handover_id}`}>{t.other}</Link>
            ) : null}
          </li>
        ))}
      </ul>
      {rows.length > shown.length ? (
        <Button size="sm" variant="default" onClick={() => setAll(true)}>
          {t.more(rows.length - shown.length)}
        </Button>
      ) : null}
    </section>
  )
}
