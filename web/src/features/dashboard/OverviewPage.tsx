import { useQuery } from '@tanstack/react-query'
import { IconPrinter } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { Overview } from '@/api/types'
import { useSession } from '@/app/session'
import { formatInstant, formatRange, formatTime } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { ChildrenCard, SummerCard } from './components/ChildrenCards'
import { CaseCard, ConcernCard } from './components/CaseCards'
import { CommunicationCard, EventCard, MoneyCard } from './components/EventCards'
import { Figures } from './components/Figures'
import { FilterBar } from './components/FilterBar'
import { MapCard } from './components/MapCard'
import { WardsCard } from './components/WardsCard'
import { LateCard, SectionCard, UnitCard, WeekCard } from './components/WorkCards'
import styles from './components/overview.module.css'
import { toFilters } from './filters'
import { overviewQuery } from './queries'
import { overviewTexts } from './texts'

/** How far the ward has come, in one request; for the upper level each of its wards. */
export default function OverviewPage() {
  const t = useTexts(overviewTexts)
  const { me } = useSession()
  const [params, setParams] = useSearchParams()
  const filters = useMemo(() => toFilters(params), [params])
  const query = useQuery(overviewQuery(filters, me.user.id))
  const data = query.data?.value
  const at = data ? formatInstant(data.generated_at) : ''
  const change = (next: Record<string, string | null>) =>
    setParams(
      (old) => {
        const out = new URLSearchParams(old)
        for (const [name, value] of Object.entries(next)) {
          if (value) out.set(name, value)
          else out.delete(name)
        }
        return out
      },
      { replace: true },
    )
  return (
    <div className={styles.page}>
      {data ? (
        <div className={`only-print ${styles.printHead}`}>
          <p>{t.printHead(me.ward?.name ?? me.unit?.name ?? '')}</p>
          <p>{t.printFoot(me.user.full_name, formatInstant(new Date().toISOString()))}</p>
        </div>
      ) : null}
      <Page
        title={t.title}
        subtitle={data ? (data.plan ? t.subtitle(data.plan.title, at) : t.subtitleAll(at)) : '\u00a0'}
        actions={
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            onClick={() => setTimeout(() => window.print(), 200)}
          >
            {t.print}
          </Button>
        }
      >
        <FilterBar params={params} data={data} onChange={change} />
        <QueryView query={query} skeleton={<PageSkeleton />}>
          {(kept) => (
            <div className="stack" aria-busy={query.isPlaceholderData || undefined}>
              {kept.keptAt ? (
                <Notice tone="warn">{t.keptAt(formatTime(new Date(kept.keptAt).toISOString()))}</Notice>
              ) : null}
              {kept.value.wards ? (
                <WardsCard wards={kept.value.wards} range={formatRange(kept.value.from, kept.value.to)} />
              ) : (
                <WardOverview data={kept.value} />
              )}
            </div>
          )}
        </QueryView>
      </Page>
    </div>
  )
}

function WardOverview({ data }: { data: Overview }) {
  const t = useTexts(overviewTexts)
  const { can } = useSession()
  const { tasks, children, cases, concerns, events, communications, summer } = data
  const plan = data.plan?.id ?? null
  if (!tasks && !events && !children && !communications) {
    return (
      <Card>
        <EmptyState title={t.nothing} />
      </Card>
    )
  }
  const isEmpty = !data.plan && tasks?.total === 0 && !events?.total && !children?.children && !communications?.total
  if (isEmpty) {
    return (
      <Card>
        <EmptyState
          title={t.empty.title}
          action={can('plans', 'create') ? <LinkButton to="/ke-hoach/nhap">{t.empty.import}</LinkButton> : undefined}
        >
          {can('plans', 'create') ? t.empty.officer : t.empty.other}
        </EmptyState>
      </Card>
    )
  }
  return (
    <>
      <p className="only-print">{t.period(formatRange(data.from, data.to))}</p>
      <Figures data={data} />
      {/* Two columns of their own lengths: a short card leaves no hole beside a long one. */}
      <div className={styles.columns}>
        <div className="stack">
          {tasks && tasks.by_unit.length > 1 ? <LateCard tasks={tasks} plan={plan} /> : null}
          {tasks ? <UnitCard tasks={tasks} plan={plan} /> : null}
          {tasks && tasks.by_section.length > 0 ? <SectionCard tasks={tasks} plan={plan} /> : null}
          {summer ? <SummerCard summer={summer} /> : null}
          {events ? <MoneyCard events={events} /> : null}
        </div>
        <div className="stack">
          {tasks && tasks.weeks.length > 1 ? <WeekCard tasks={tasks} plan={plan} today={data.today} /> : null}
          {cases ? <CaseCard cases={cases} /> : null}
          {concerns ? <ConcernCard concerns={concerns} from={data.from} to={data.to} /> : null}
          {children && children.programmes.length > 0 ? <ChildrenCard reach={children} /> : null}
          {events ? <EventCard events={events} from={data.from} to={data.to} /> : null}
          {communications ? <CommunicationCard communications={communications} from={data.from} to={data.to} /> : null}
        </div>
      </div>
      <MapCard data={data} />
    </>
  )
}
