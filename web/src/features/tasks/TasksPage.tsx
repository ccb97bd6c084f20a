import { useInfiniteQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { Task } from '@/api/types'
import { useSession } from '@/app/session'
import { formatTime } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { recall, remember } from '@/lib/storage'
import { Button, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState, StaleNotice } from '@/ui/ErrorState'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { ListSkeleton } from '@/ui/Skeletons'
import { BulkBar } from './components/BulkBar'
import { ExportMenu } from './components/ExportMenu'
import { FilterBar } from './components/FilterBar'
import { TaskBoard } from './components/TaskBoard'
import { TaskList } from './components/TaskList'
import { TaskTimeline } from './components/TaskTimeline'
import { UpdateSheet } from './components/UpdateSheet'
import { activeFilters, FILTER_NAMES, lastView, toQuery, toRemembered, viewOf } from './filters'
import { tasksQuery } from './queries'
import { taskTexts } from './texts'

/** List, board and timeline are three looks at one query. */
export default function TasksPage() {
  const t = useTexts(taskTexts)
  const { me, can, today } = useSession()
  const [params, setParams] = useSearchParams()
  const memory = `bup.tasks.${me.user.id}`
  useEffect(() => {
    // Coming without filters means "where I was"; those who lead a unit begin with their own tasks.
    if ([...params.keys()].length > 0) return
    const last = recall<string>(memory)
    const first = last ?? (can('tasks', 'create') || me.user.role === 'superior' ? '' : 'cua-toi=1')
    if (first) setParams(new URLSearchParams(first), { replace: true })
  }, [params, setParams, memory, can, me.user.role])
  useEffect(() => {
    if ([...params.keys()].length > 0) remember(memory, toRemembered(params))
    lastView.set(params)
  }, [params, memory])

  const view = viewOf(params)
  const query = useMemo(() => toQuery(params), [params])
  const tasks = useInfiniteQuery(tasksQuery(query, me.user.id))
  const [chosen, setChosen] = useState<Set<string>>(new Set())
  const [updating, setUpdating] = useState<Task | null>(null)
  const rows = useMemo(() => tasks.data?.pages.flatMap((page) => page.value.items) ?? [], [tasks.data])
  const total = tasks.data?.pages[0]?.value.total ?? 0
  const keptAt = tasks.data?.pages[0]?.keptAt ?? null
  const filtered = activeFilters(params)
  const change = (next: Record<string, string | null>) => {
    setChosen(new Set())
    setParams(
      (old) => {
        const out = new URLSearchParams(old)
        for (const [key, value] of Object.entries(next)) {
          if (value) out.set(key, value)
          else out.delete(key)
        }
        // An address without anything would mean "where I was".
        if ([...out.keys()].length === 0) out.set('xem', view)
        return out
      },
      { replace: true },
    )
  }
  const clear = () => change(Object.fromEntries(FILTER_NAMES.map((name) => [name, null])))
  const bulk = can('tasks', 'create')
  const more = {
    total,
    loading: tasks.isFetchingNextPage,
    onMore: () => void tasks.fetchNextPage(),
  }
  return (
    <Page
      title={t.title}
      subtitle={tasks.data ? t.count(total) : '\u00a0'}
      actions={
        <>
          <ExportMenu query={query} />
          {can('tasks', 'create') ? (
            <LinkButton to="/viec/moi" leftSection={<IconPlus size={20} aria-hidden />} data-create>
              {t.add}
            </LinkButton>
          ) : null}
        </>
      }
    >
      <FilterBar params={params} view={view} onChange={change} onReplace={(next) => setParams(next)} onClear={clear} />
      {keptAt ? <Notice tone="warn">{t.keptAt(formatTime(new Date(keptAt).toISOString()))}</Notice> : null}
      {tasks.isError && tasks.data ? (
        <StaleNotice at={tasks.dataUpdatedAt} onRetry={() => void tasks.refetch()} />
      ) : null}
      {bulk && chosen.size > 0 ? (
        <BulkBar tasks={rows.filter((r) => chosen.has(r.id))} onDone={() => setChosen(new Set())} />
      ) : null}
      {tasks.data === undefined ? (
        <Card>
          {tasks.isError ? <ErrorState error={tasks.error} onRetry={() => void tasks.refetch()} /> : <ListSkeleton />}
        </Card>
      ) : rows.length === 0 ? (
        <Card>
          {filtered.length === 0 ? (
            <EmptyState
              title={t.empty.none}
              action={can('tasks', 'create') ? <LinkButton to="/viec/moi">{t.add}</LinkButton> : undefined}
            >
              {t.empty.noneBody}
            </EmptyState>
          ) : (
            <EmptyState
              title={filtered.length === 1 && filtered[0] === 'cua-toi' ? t.empty.mine : t.empty.filtered}
              action={
                <Button variant="light" onClick={clear}>
                  {t.filter.clear}
                </Button>
              }
            />
          )}
        </Card>
      ) : view === 'bang' ? (
        <TaskBoard tasks={rows} onUpdate={setUpdating} more={more} />
      ) : view === 'thoi-gian' ? (
        <TaskTimeline tasks={rows} today={today} more={more} />
      ) : (
        <Card flush>
          <TaskList
            tasks={rows}
            sort={query.sort}
            onSort={(sort) => change({ 'sap-xep': sort })}
            onUpdate={setUpdating}
            selection={bulk ? { chosen, onChange: setChosen } : undefined}
            more={more}
          />
        </Card>
      )}
      {updating ? <UpdateSheet task={updating} onClose={() => setUpdating(null)} /> : null}
    </Page>
  )
}
