import { useInfiniteQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useCan } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import { LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState, StaleNotice } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { Notice } from '@/ui/Notice'
import { ListSkeleton } from '@/ui/Skeletons'
import { BreachTable } from './components/BreachTable'
import { breachesQuery } from './queries'
import { breachTexts } from './texts'
import { useHasDraft } from './useDraft'

/** One address: the ward's register for those who work on it, one's own reports for everybody else. */
export default function BreachesPage() {
  const can = useCan()
  if (!can('breaches', 'read')) return <ErrorState error={new ApiProblem(403, {})} />
  return can('breaches', 'update') ? <Desk /> : <Mine />
}

function Desk() {
  const t = useTexts(breachTexts)
  const add = <AddButton>{t.add}</AddButton>
  const empty = (
    <EmptyState title={t.list.empty} action={<AddButton light>{t.add}</AddButton>}>
      {t.list.emptyBody}
    </EmptyState>
  )
  return (
    <Page title={t.title} subtitle={t.intro} actions={add}>
      <Begun />
      <List title={t.list.running} clockRuns desk empty={<p className="second">{t.list.noneRunning}</p>} />
      <List title={t.list.rest} clockRuns={false} desk empty={empty} />
    </Page>
  )
}

function Mine() {
  const t = useTexts(breachTexts).mine
  const add = <AddButton>{t.add}</AddButton>
  const empty = (
    <EmptyState title={t.empty} action={<AddButton light>{t.add}</AddButton>}>
      {t.emptyBody}
    </EmptyState>
  )
  return (
    <Page title={t.title} subtitle={t.intro} actions={add} narrow>
      <Begun />
      <List title={t.title} bare empty={empty} />
    </Page>
  )
}

/** A report that was begun and not sent: its 72 hours run all the same. */
function Begun() {
  const t = useTexts(breachTexts).draft
  if (!useHasDraft()) return null
  return (
    <Notice
      tone="warn"
      title={t.title}
      actions={
        <LinkButton to="/vi-pham-du-lieu/moi" size="sm">
          {t.go}
        </LinkButton>
      }
    >
      {t.body}
    </Notice>
  )
}

function AddButton({ children, light = false }: { children: string; light?: boolean }) {
  return (
    <LinkButton
      to="/vi-pham-du-lieu/moi"
      variant={light ? 'light' : 'filled'}
      leftSection={<IconPlus size={20} aria-hidden />}
    >
      {children}
    </LinkButton>
  )
}

interface ListProps {
  title: string
  clockRuns?: boolean
  desk?: boolean
  /** The page's heading says it already. */
  bare?: boolean
  empty: ReactNode
}

function List({ title, clockRuns, desk = false, bare = false, empty }: ListProps) {
  const query = useInfiniteQuery(breachesQuery(clockRuns))
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const isEmpty = query.data !== undefined && rows.length === 0
  return (
    <>
      {query.isError && query.data ? (
        <StaleNotice at={query.dataUpdatedAt} onRetry={() => void query.refetch()} />
      ) : null}
      <Card title={bare ? undefined : title} flush={!isEmpty}>
        {query.data === undefined ? (
          query.isError ? (
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          ) : (
            <ListSkeleton />
          )
        ) : isEmpty ? (
          empty
        ) : (
          <BreachTable
            caption={title}
            rows={rows}
            desk={desk}
            more={{
              total: query.data.pages[0]?.total ?? 0,
              loading: query.isFetchingNextPage,
              onMore: () => void query.fetchNextPage(),
            }}
          />
        )}
      </Card>
    </>
  )
}
