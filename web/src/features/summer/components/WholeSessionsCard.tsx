import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SummerSession } from '@/api/types'
import { useCan, useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { QueryView } from '@/ui/QueryView'
import { sessionsQuery } from '../queries'
import { summerTexts } from '../texts'
import { SessionDialog } from './SessionDialog'
import { SessionLine } from './SessionLine'
import styles from './summer.module.css'

/** Sessions at which all groups of a neighborhood come together. */
export function WholeSessionsCard({ year, neighborhood }: { year: number; neighborhood?: string }) {
  const t = useTexts(summerTexts).session
  const can = useCan()
  const { me } = useSession()
  const filters = { year, neighborhood_id: neighborhood, whole: true, cancelled: true, sort: 'on_date' }
  const query = useQuery(sessionsQuery(filters))
  const [dialog, setDialog] = useState<SummerSession | 'new' | null>(null)
  const may = can('summer', 'update') && me.user.role !== 'school'
  const add = may ? (
    <Button size="sm" variant="light" onClick={() => setDialog('new')}>
      {t.addWhole}
    </Button>
  ) : null
  const own = me.user.role === 'neighborhood' ? me.unit?.id : neighborhood
  return (
    <Card title={t.wholeTitle} aside={add} flush>
      <QueryView query={query}>
        {(sessions) =>
          sessions.length === 0 ? (
            <EmptyState>{t.noneWhole}</EmptyState>
          ) : (
            <ul className={styles.list}>
              {sessions.map((one) => (
                <li key={one.id}>
                  <SessionLine session={one} open={may} onEdit={() => setDialog(one)} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
      {dialog ? (
        <SessionDialog
          place={{ year, neighborhood_id: dialog === 'new' ? own : dialog.neighborhood_id }}
          session={dialog === 'new' ? undefined : dialog}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </Card>
  )
}
