import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Obstacle, WardReports } from '@/api/types'
import { formatDate } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { QueryView } from '@/ui/QueryView'
import { ListSkeleton } from '@/ui/Skeletons'
import { StatusTag } from '@/ui/StatusTag'
import { passedUpQuery } from '../queries'
import { superiorTexts } from '../texts'
import { InstructionForm } from './InstructionForm'
import styles from './superior.module.css'

/** What wards could not settle on their own, answered where it stands. */
export function ObstaclesCard({ wards }: { wards: WardReports[] }) {
  const t = useTexts(superiorTexts).obstacles
  const query = useQuery(passedUpQuery)
  const [open, setOpen] = useState<string | null>(null)
  const wardOf = (row: Obstacle) => wards.find((ward) => ward.ward_id === row.ward_id)?.ward_name ?? ''
  return (
    <Card title={t.title} aside={<Link to="/vuong-mac">{t.all}</Link>}>
      <QueryView query={query} skeleton={<ListSkeleton rows={2} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{t.none}</p>
          ) : (
            <ul className={styles.asked}>
              {items.map((row) => (
                <li key={row.id}>
                  <div className="row-between">
                    <Link to={`/vuong-mac/${row.id}`} className={styles.name}>
                      <strong>{row.title}</strong>
                    </Link>
                    {row.answer_late ? (
                      <StatusTag tone="red" icon="alert">
                        {t.late}
                      </StatusTag>
                    ) : (
                      <span className="second num">{t.due(formatDate(row.answer_due_on))}</span>
                    )}
                  </div>
                  <p className="second">{t.from(row.unit.name, wardOf(row))}</p>
                  {row.escalation_note ? (
                    <p className="pre">
                      <span className="muted">{t.note}</span> {row.escalation_note}
                    </p>
                  ) : null}
                  {!row.allowed_actions.includes('answer') ? null : open === row.id ? (
                    <InstructionForm obstacle={row} onClose={() => setOpen(null)} />
                  ) : (
                    <Button
                      variant="light"
                      className="no-print"
                      aria-label={`${t.answer}: ${row.title}`}
                      onClick={() => setOpen(row.id)}
                    >
                      {t.answer}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Card>
  )
}
