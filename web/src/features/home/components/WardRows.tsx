import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useCan } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { StackBar } from '@/ui/Progress'
import { QueryView } from '@/ui/QueryView'
import { ListSkeleton } from '@/ui/Skeletons'
import { wardsQuery } from '../queries'
import { homeTexts } from '../texts'
import styles from './rows.module.css'

const SHOWN = 8

/** For the level above: the wards with most late work first; all of them stand in the overview. */
export function WardRows() {
  const texts = useTexts(homeTexts)
  const [t, states] = [texts.wards, texts.sections]
  const can = useCan()
  const query = useQuery(wardsQuery)
  return (
    <Card title={t.title} aside={<Link to="/tong-quan">{t.all}</Link>}>
      {can('reports', 'approve', 'below') ? (
        <LinkButton to="/cap-duoi" variant="light" className={styles.reports}>
          {t.reports}
        </LinkButton>
      ) : null}
      <QueryView query={query} skeleton={<ListSkeleton rows={3} />}>
        {(wards) =>
          wards.length === 0 ? (
            <p className="muted">{t.none}</p>
          ) : (
            <ul className={styles.bars}>
              {wards
                .toSorted((a, b) => b.tasks.late - a.tasks.late)
                .slice(0, SHOWN)
                .map(({ ward_id, ward_name, tasks }) => (
                  <li key={ward_id} className={styles.bar}>
                    <span>{ward_name}</span>
                    <span className={tasks.late > 0 ? 'late num' : 'num'}>
                      {t.line(formatNumber(tasks.done), formatNumber(tasks.total), formatNumber(tasks.late))}
                    </span>
                    <StackBar
                      label={ward_name}
                      pieces={[
                        { key: 'done', label: states.done, value: tasks.done, tone: 'done' },
                        { key: 'doing', label: states.doing, value: tasks.doing, tone: 'doing' },
                        { key: 'late', label: states.late, value: tasks.late, tone: 'late' },
                        { key: 'rest', label: states.rest, value: tasks.todo, tone: 'rest' },
                      ]}
                    />
                  </li>
                ))}
            </ul>
          )
        }
      </QueryView>
    </Card>
  )
}
