import { useQuery } from '@tanstack/react-query'
import { IconPrinter } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useCan } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import { formatInstant } from '@/lib/dates'
import { IconButton, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState } from '@/ui/ErrorState'
import { IdleCover } from '@/ui/IdleCover'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { grouped, GROUPS, type Ticking } from './clocks'
import styles from './components/cases.module.css'
import { ClockTag } from './components/CaseClock'
import { CaseTag } from './components/CaseTags'
import { useNow } from './components/useNow'
import { listPlace } from './memory'
import { clocksQuery } from './queries'
import { caseTexts } from './texts'

/** What runs out when, of the whole ward: for the officer in the morning, for the leader on the way. */
export default function ClocksPage() {
  const can = useCan()
  if (!can('cases', 'create') && !can('cases', 'approve')) return <ErrorState error={new ApiProblem(403, {})} />
  return <Clocks />
}

function Clocks() {
  const texts = useTexts(caseTexts)
  const t = texts.clocks
  const now = useNow()
  const query = useQuery(clocksQuery)
  const groups = grouped(query.data ?? [], now)
  const count = GROUPS.reduce((sum, group) => sum + groups[group].length, 0)
  return (
    <Page
      title={t.title}
      back={{ to: listPlace(), label: texts.back }}
      subtitle={query.data ? t.intro(count) : undefined}
      actions={
        <IconButton label={t.print} tone="light" onClick={() => window.print()}>
          <IconPrinter size={20} aria-hidden />
        </IconButton>
      }
    >
      <QueryView query={query}>
        {() =>
          count === 0 ? (
            <Card>
              <EmptyState
                title={t.empty}
                action={
                  <LinkButton to="/ho-so" variant="light">
                    {t.list}
                  </LinkButton>
                }
              />
            </Card>
          ) : (
            GROUPS.filter((group) => group !== 'later' || groups.later.length > 0).map((group) => (
              <Card key={group} title={`${t.groups[group]} (${groups[group].length})`} flush>
                {groups[group].length === 0 ? (
                  <p className={styles.quiet}>{t.none[group]}</p>
                ) : (
                  <ul className={styles.lines}>
                    {groups[group].map((one) => (
                      <li key={`${one.row.id}${one.clock.kind}`}>
                        <Line one={one} />
                      </li>
                    ))}
                  </ul>
                )}
              </Card>
            ))
          )
        }
      </QueryView>
      <IdleCover />
    </Page>
  )
}

function Line({ one: { row, clock } }: { one: Ticking }) {
  const t = useTexts(caseTexts)
  return (
    <Link to={`/ho-so/${row.id}`} className={styles.line}>
      <span>
        <strong>{t.clock.name[clock.kind]}</strong>
        <br />
        <span className="second">
          {row.child_sign} · <span className="num">{row.code}</span>
        </span>
      </span>
      <CaseTag status={row.status} />
      <ClockTag clock={clock} />
      <span className="second num">{formatInstant(clock.due_at)}</span>
    </Link>
  )
}
