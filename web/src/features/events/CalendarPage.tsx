import { useQuery } from '@tanstack/react-query'
import { IconEye, IconPlus, IconShieldOff } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { Event } from '@/api/types'
import { useSession } from '@/app/session'
import { formatDate, formatRange, type PlainDate } from '@/lib/dates'
import { eventWords } from '@/lib/eventTexts'
import { withParams } from '@/lib/address'
import { useTexts } from '@/lib/i18n'
import { recall, remember } from '@/lib/storage'
import { Button, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { usePhone } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState, StaleNotice } from '@/ui/ErrorState'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { SearchField } from '@/ui/SearchField'
import { ListSkeleton } from '@/ui/Skeletons'
import { rangeOf, type View } from './calendar'
import { Agenda } from './components/Agenda'
import { DaySheet } from './components/DaySheet'
import { EventTable } from './components/EventTable'
import { ExportMenu } from './components/ExportMenu'
import { FilterBar, periodName } from './components/FilterBar'
import { MonthView } from './components/MonthView'
import { MoveDialog } from './components/MoveDialog'
import { WeekView } from './components/WeekView'
import styles from './components/calendar.module.css'
import {
  activeFilters,
  BEHIND,
  dayOf,
  FILTER_NAMES,
  isBehind,
  lastLook,
  toQuery,
  toRemembered,
  viewOf,
} from './filters'
import { eventsQuery } from './queries'
import { eventTexts } from './texts'
import { useMove } from './useMove'

/** Month, week and list are three looks at one query. */
export default function CalendarPage() {
  const t = useTexts(eventTexts)
  const { me, can, today } = useSession()
  const phone = usePhone()
  const [params, setParams] = useSearchParams()
  const memory = `bup.events.${me.user.id}`
  useEffect(() => {
    // Coming without anything means "as last used".
    const last = recall<string>(memory)
    if ([...params.keys()].length === 0 && last) setParams(new URLSearchParams(last), { replace: true })
  }, [params, setParams, memory])
  useEffect(() => {
    if ([...params.keys()].length > 0) remember(memory, toRemembered(params))
    lastLook.set(params)
  }, [params, memory])

  const view = viewOf(params, phone)
  const day = dayOf(params, today)
  const query = useMemo(() => toQuery(params, view, day), [params, view, day])
  const loaded = useQuery(eventsQuery(query))
  const [opened, setOpened] = useState<PlainDate | null>(null)
  const [moving, setMoving] = useState<Event | null>(null)
  const move = useMove()
  const canCreate = can('events', 'create')
  const change = (next: Record<string, string | null>) =>
    setParams(
      (old) => {
        const out = withParams(old, next)
        // Another month or view is asked for: the period of the number that led here is over.
        if ('ngay' in next || 'xem' in next) for (const name of BEHIND) out.delete(name)
        // An address without anything would mean "as last used".
        if ([...out.keys()].length === 0) out.set('xem', view)
        return out
      },
      { replace: true },
    )
  const events = loaded.data?.items ?? []
  const behind = isBehind(params, view)
  const { from, to } = query
  const range = behind && from && to ? { from, to } : rangeOf(view, day)
  const shared = {
    events,
    day,
    today,
    canCreate,
    onDay: (next: PlainDate) => change({ ngay: next }),
    onOpen: setOpened,
    onMove: (event: Event, to: Parameters<typeof move>[1]) => void move(event, to),
  }
  return (
    <Page
      title={t.title}
      actions={
        <>
          <ExportMenu query={query} params={params} range={range} />
          {canCreate ? (
            <LinkButton to="/lich/them" leftSection={<IconPlus size={20} aria-hidden />} data-create>
              {t.add}
            </LinkButton>
          ) : null}
        </>
      }
    >
      <FilterBar params={params} view={view} day={day} onChange={change} />
      {view === 'danh-sach' ? (
        <SearchField label={t.search} value={params.get('q') ?? ''} onSearch={(q) => change({ q: q || null })} />
      ) : null}
      {query.q ? <p className="second">{t.everHint}</p> : null}
      {behind ? (
        <Notice
          actions={
            <Button variant="default" onClick={() => change({ xem: 'danh-sach' })}>
              {t.behind.clear}
            </Button>
          }
        >
          {[
            query.without_safety_plan ? t.behind.unsafe : null,
            !from ? t.behind.ever : to ? formatRange(from, to) : t.behind.since(formatDate(from)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Notice>
      ) : null}
      {loaded.isError && loaded.data ? (
        <StaleNotice at={loaded.dataUpdatedAt} onRetry={() => void loaded.refetch()} />
      ) : null}
      {loaded.data && loaded.data.total > events.length ? <Notice tone="warn">{t.tooMany}</Notice> : null}
      {loaded.data === undefined ? (
        <Card>
          {loaded.isError ? (
            <ErrorState error={loaded.error} onRetry={() => void loaded.refetch()} />
          ) : (
            <ListSkeleton />
          )}
        </Card>
      ) : view === 'thang' ? (
        <MonthView {...shared} />
      ) : view === 'tuan' && !phone ? (
        <WeekView {...shared} />
      ) : events.length === 0 ? (
        <Nothing view={view} day={day} params={params} searched={Boolean(query.q)} onChange={change} />
      ) : phone ? (
        <Agenda events={events} range={query.q || behind ? null : range} today={today} onMove={setMoving} />
      ) : (
        <Card flush>
          <EventTable
            events={events}
            sort={query.sort ?? 'starts_at'}
            onSort={(sort) => change({ 'sap-xep': sort })}
            onMove={setMoving}
          />
        </Card>
      )}
      {view === 'danh-sach' ? null : <Legend hint={phone ? null : view === 'tuan' ? t.weekHint : t.keysHint} />}
      {opened ? (
        <DaySheet
          day={opened}
          events={events}
          canCreate={canCreate}
          onMove={(event) => {
            setOpened(null)
            setMoving(event)
          }}
          onClose={() => {
            setOpened(null)
            // Back to the day from which it was opened.
            setTimeout(() => document.querySelector<HTMLElement>(`[data-day="${opened}"]`)?.focus())
          }}
        />
      ) : null}
      {moving ? <MoveDialog event={moving} onClose={() => setMoving(null)} /> : null}
    </Page>
  )
}

interface NothingProps {
  view: View
  day: PlainDate
  params: URLSearchParams
  searched: boolean
  onChange: (next: Record<string, string | null>) => void
}

function Nothing({ view, day, params, searched, onChange }: NothingProps) {
  const t = useTexts(eventTexts)
  const { can } = useSession()
  const filtered = searched || activeFilters(params).length > 0
  const clear = () => onChange(Object.fromEntries([...FILTER_NAMES, ...BEHIND, 'q'].map((name) => [name, null])))
  return (
    <Card>
      {filtered ? (
        <EmptyState
          title={t.empty.filtered}
          action={
            <Button variant="light" onClick={clear}>
              {t.filter.clear}
            </Button>
          }
        />
      ) : (
        <EmptyState
          title={t.empty.title(periodName(t, view, day))}
          action={can('events', 'create') ? <LinkButton to={`/lich/them?ngay=${day}`}>{t.add}</LinkButton> : undefined}
        >
          {t.empty.body}
        </EmptyState>
      )}
    </Card>
  )
}

function Legend({ hint }: { hint: string | null }) {
  const t = useTexts(eventTexts)
  const words = useTexts(eventWords)
  return (
    <div className="row-between no-print">
      <ul className={styles.legend} aria-label={t.legend}>
        {(['feast', 'learn', 'body'] as const).map((family) => (
          <li key={family} className={styles[family]}>
            <span className={styles.swatch} aria-hidden />
            {words.family[family]}
          </li>
        ))}
        <li className={styles.learn}>
          <span className={styles.swatch} data-status="draft" aria-hidden />
          {words.status.draft}
        </li>
        <li>
          <IconEye size={16} aria-hidden />
          {words.status.proposed}
        </li>
        <li>
          <IconShieldOff size={16} className={styles.unsafe} aria-hidden />
          {words.unsafe}
        </li>
      </ul>
      {hint ? <p className="small muted">{hint}</p> : null}
    </div>
  )
}
