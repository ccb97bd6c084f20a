import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SummerGroup, SummerSession } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { QueryView } from '@/ui/QueryView'
import { groupSessionsQuery } from '../queries'
import { summerTexts } from '../texts'
import { SessionDialog } from './SessionDialog'
import { SessionLine } from './SessionLine'
import styles from './summer.module.css'

/** Its own sessions, and those of the whole neighborhood, at which it is expected too. */
export function SessionsCard({ group, open }: { group: SummerGroup; open: boolean }) {
  const t = useTexts(summerTexts).session
  const query = useQuery(groupSessionsQuery(group))
  const [dialog, setDialog] = useState<SummerSession | 'new' | null>(null)
  const add = open ? (
    <Button className="no-print" size="sm" onClick={() => setDialog('new')}>
      {t.add}
    </Button>
  ) : null
  return (
    <Card title={t.title} aside={add} flush>
      <QueryView query={query}>
        {(sessions) =>
          sessions.length === 0 ? (
            <EmptyState>{t.none}</EmptyState>
          ) : (
            <ul className={styles.list}>
              {sessions.map((one) => (
                <li key={one.id}>
                  <SessionLine session={one} open={open && one.group_id === group.id} onEdit={() => setDialog(one)} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
      {dialog ? (
        <SessionDialog
          place={{ group_id: group.id }}
          session={dialog === 'new' ? undefined : dialog}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </Card>
  )
}
