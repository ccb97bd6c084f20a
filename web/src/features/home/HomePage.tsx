import { useQuery } from '@tanstack/react-query'
import { IconAlertOctagon, IconCamera, IconPlus, IconSpeakerphone } from '@tabler/icons-react'
import type { BreachLines, Dashboard } from '@/api/types'
import { useSession } from '@/app/session'
import { daysBetween, formatDate, formatTime, weekday } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { givenName } from '@/lib/text'
import { LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { AdminDesk } from './components/AdminDesk'
import { BreachesDue } from './components/BreachesDue'
import { Figures } from './components/Figures'
import { LateUnits } from './components/LateUnits'
import { MyTasks, statusOf } from './components/MyTasks'
import { ReportsDue } from './components/ReportsDue'
import { SectionProgress } from './components/SectionProgress'
import { Guarding, Upcoming } from './components/Upcoming'
import { AskedOfUs, WaitingForMe } from './components/WaitingForMe'
import { WardRows } from './components/WardRows'
import { breachesDueQuery, dashboardQuery } from './queries'
import styles from './components/rows.module.css'
import { homeTexts } from './texts'

/** One request, a few small ones beside it; what does harm first, each line with what to do next. */
export default function HomePage() {
  const t = useTexts(homeTexts)
  const { me, can, today } = useSession()
  const query = useQuery(dashboardQuery(me.user.id))
  // Asked beside the dashboard, not after it: the card must not push the page down.
  const breaches = useQuery({ ...breachesDueQuery, enabled: can('breaches', 'read', 'ward') }).data
  const data = query.data?.value
  const plan = data?.plan
  const where = plan ? planDay(t, plan, data) : null
  return (
    <Page
      title={t.hello(givenName(me.user.full_name))}
      tab={t.tab}
      subtitle={[t.day(weekday(today), formatDate(today)), where].filter(Boolean).join(' · ')}
      actions={
        can('tasks', 'create') ? (
          <LinkButton to="/viec/moi" leftSection={<IconPlus size={20} aria-hidden />} data-create>
            {t.add}
          </LinkButton>
        ) : undefined
      }
    >
      <QueryView query={query} skeleton={<PageSkeleton />}>
        {(kept) => (
          <>
            {kept.keptAt ? (
              <Notice tone="warn">{t.keptAt(formatTime(new Date(kept.keptAt).toISOString()))}</Notice>
            ) : null}
            <Desk data={kept.value} breaches={breaches} />
          </>
        )}
      </QueryView>
    </Page>
  )
}

function planDay(t: (typeof homeTexts)['vi'], plan: NonNullable<Dashboard['plan']>, { today, day_number }: Dashboard) {
  if (today < plan.starts_on) return t.before(daysBetween(today, plan.starts_on))
  if (today > plan.ends_on) return t.after
  return day_number ? t.dayOf(day_number) : null
}

function Desk({ data, breaches }: { data: Dashboard; breaches: BreachLines | undefined }) {
  const t = useTexts(homeTexts)
  const { me, can } = useSession()
  const decides = can('tasks', 'approve') || can('obstacles', 'update') || can('plans', 'approve')
  const worker = can('tasks', 'update') && !can('tasks', 'create')
  // A unit that only works is not shown who else is late.
  const lateUnits = worker ? [] : data.late_by_unit
  const oversees = data.by_section.length > 0 || lateUnits.length > 0
  // What a unit is to put right is work, not a decision.
  const asked = data.waiting_for_me.filter((item) => item.kind === 'recommendation_open')
  const decisions = data.waiting_for_me.filter((item) => item.kind !== 'recommendation_open')
  const late = data.my_tasks.filter((task) => task.overdue && statusOf(task) !== 'submitted')
  const oldest = late.toSorted((a, b) => a.days_left - b.days_left)[0]
  const events = can('events', 'read') ? <Upcoming /> : null
  const above = can('tasks', 'read', 'below')
  const due = <BreachesDue breaches={breaches} />
  if (me.user.role === 'admin') {
    return (
      <>
        {due}
        <AdminDesk figures={data.figures} />
      </>
    )
  }
  // Those who look over several wards have no plan of their own; what they oversee stands in the rows.
  if (!data.plan && !oversees && data.my_tasks.length === 0 && data.waiting_for_me.length === 0) {
    return (
      <>
        {due}
        <Card>
          <EmptyState
            title={t.noPlan.title}
            action={can('plans', 'create') ? <LinkButton to="/ke-hoach/nhap">{t.import}</LinkButton> : undefined}
          >
            {can('plans', 'create') ? t.noPlan.officer : t.noPlan.other}
          </EmptyState>
        </Card>
        {above ? <WardRows /> : null}
        {events}
      </>
    )
  }
  return (
    <>
      {due}
      {worker && oldest ? (
        <Notice
          tone="danger"
          title={t.late.title(late.length)}
          actions={
            <LinkButton to={`/viec/${oldest.id}?cap-nhat=1`} color="red">
              {t.late.open}
            </LinkButton>
          }
        >
          {t.late.oldest(oldest.title, Math.abs(oldest.days_left))}
        </Notice>
      ) : null}
      {worker ? (
        <div className={styles.quick}>
          <LinkButton to="/viec?cua-toi=1" size="lg" leftSection={<IconCamera size={22} aria-hidden />}>
            {t.quick.update}
          </LinkButton>
          {can('obstacles', 'create') ? (
            <LinkButton
              to="/vuong-mac/moi"
              size="lg"
              variant="default"
              leftSection={<IconAlertOctagon size={22} aria-hidden />}
            >
              {t.quick.obstacle}
            </LinkButton>
          ) : null}
          {can('concerns', 'create') ? (
            <LinkButton
              to="/tin-bao/moi"
              size="lg"
              variant="default"
              leftSection={<IconSpeakerphone size={22} aria-hidden />}
            >
              {t.quick.concern}
            </LinkButton>
          ) : null}
        </div>
      ) : null}
      {data.figures.length > 0 && !worker ? <Figures figures={data.figures} /> : null}
      <div className={oversees ? 'split split-even' : 'stack'}>
        <div className="stack">
          {can('safety_plans', 'approve') ? <Guarding /> : null}
          {above ? <WardRows /> : null}
          <AskedOfUs items={asked} />
          {decides ? <WaitingForMe items={decisions} /> : null}
          {(me.unit && can('tasks', 'update')) || data.my_tasks.length > 0 ? <MyTasks tasks={data.my_tasks} /> : null}
          {data.plan && can('reports', 'create') ? <ReportsDue plan={data.plan} today={data.today} /> : null}
          {oversees ? null : events}
        </div>
        {oversees ? (
          <div className="stack">
            {events}
            {worker ? null : <LateUnits rows={lateUnits} />}
            <SectionProgress rows={data.by_section} planId={data.plan?.id ?? null} />
          </div>
        ) : null}
      </div>
    </>
  )
}
