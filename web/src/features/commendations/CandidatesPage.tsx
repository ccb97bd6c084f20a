import { useQuery } from '@tanstack/react-query'
import { useCan } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { ListSkeleton } from '@/ui/Skeletons'
import { StatusTag } from '@/ui/StatusTag'
import styles from './components/commendations.module.css'
import { candidatesQuery } from './queries'
import { commendationTexts } from './texts'

/** Facts in the order of the units' names; whom to propose is for people to say. */
export default function CandidatesPage() {
  const all = useTexts(commendationTexts)
  const t = all.candidates
  const can = useCan()
  const query = useQuery(candidatesQuery)
  return (
    <Page title={t.title} back={{ to: '/khen-thuong', label: all.back }} subtitle={t.intro}>
      <Card>
        <QueryView query={query} skeleton={<ListSkeleton />}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState
                title={t.empty}
                action={
                  <LinkButton to="/viec" variant="light">
                    {t.toTasks}
                  </LinkButton>
                }
              >
                {t.emptyBody}
              </EmptyState>
            ) : (
              <ul className={styles.lines}>
                {rows.map((row) => (
                  <li key={row.unit.id}>
                    <div className={styles.grow}>
                      <strong>{row.unit.name}</strong>
                      <p className="second">{t.numbers(row.accepted, row.on_time, row.with_evidence)}</p>
                      <p className="second">{row.tasks.map((task) => task.title).join('; ')}</p>
                    </div>
                    {row.is_proposed ? (
                      <StatusTag tone="green" icon="check">
                        {t.proposed}
                      </StatusTag>
                    ) : can('commendations', 'create') ? (
                      <LinkButton to={`/khen-thuong/moi?don-vi=${row.unit.id}`} variant="light">
                        {t.propose}
                      </LinkButton>
                    ) : null}
                  </li>
                ))}
              </ul>
            )
          }
        </QueryView>
      </Card>
    </Page>
  )
}
