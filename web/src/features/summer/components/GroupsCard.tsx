import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { useCan, useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { QueryView } from '@/ui/QueryView'
import { groupsQuery } from '../queries'
import { summerTexts } from '../texts'
import { GroupDialog } from './GroupDialog'
import styles from './summer.module.css'

export function GroupsCard({ year, neighborhood }: { year: number; neighborhood?: string }) {
  const t = useTexts(summerTexts).group
  const can = useCan()
  const { me } = useSession()
  const query = useQuery(groupsQuery(year, neighborhood))
  const [adding, setAdding] = useState(false)
  const may = can('summer', 'update') && me.user.role !== 'school'
  const add = may ? (
    <Button className="no-print" size="sm" variant="light" onClick={() => setAdding(true)}>
      {t.add}
    </Button>
  ) : null
  return (
    <Card title={t.title} aside={add} flush>
      <QueryView query={query}>
        {(groups) =>
          groups.length === 0 ? (
            <EmptyState title={t.none}>{t.noneBody}</EmptyState>
          ) : (
            <ul className={styles.list}>
              {groups.map((group) => (
                <li key={group.id}>
                  <Link to={`/sinh-hoat-he/nhom/${group.id}`} className={styles.line}>
                    <span>
                      <strong>{group.name}</strong>
                      <br />
                      <span className="second">
                        {[
                          me.user.role === 'neighborhood' ? null : group.neighborhood?.name,
                          group.leaders.map((one) => one.name).join(', '),
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                      </span>
                    </span>
                    <span className="num">{t.membersCount(group.members_count)}</span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
      {adding ? <GroupDialog year={year} onClose={() => setAdding(false)} /> : null}
    </Card>
  )
}
