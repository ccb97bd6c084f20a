import { useInfiniteQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { Button, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState, StaleNotice } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { ListSkeleton } from '@/ui/Skeletons'
import { ChildFilterBar } from './components/ChildFilterBar'
import { ChildRows } from './components/ChildRows'
import { ListMenu } from './components/ListMenu'
import { PrintList, usePrinting } from './components/PrintList'
import { BehindNotice } from './coverage/components/BehindNotice'
import { activeFilters, toQuery } from './filters'
import { listMemory } from './memory'
import { childrenQuery } from './queries'
import { childTexts } from './texts'
import { filtersOf, sortsOf, viewOf } from './views'

export default function ChildrenPage() {
  const t = useTexts(childTexts).list
  const { me, can, today } = useSession()
  const [params, setParams] = useSearchParams()
  const [words, setWords] = useState(listMemory.words)
  const printing = usePrinting()
  const { role } = me.user
  const allowed = filtersOf(role)
  const query = useMemo(() => toQuery(params, filtersOf(role), sortsOf(role), today), [params, role, today])
  const list = useInfiniteQuery(childrenQuery(query, words))
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  const total = list.data?.pages[0]?.total ?? 0
  const filtered = activeFilters(params, allowed).length > 0 || words !== '' || params.has('chuong-trinh')
  const search = params.size > 0 ? `?${params.toString()}` : ''
  const { goTo, onPlace } = usePlaceInList(JSON.stringify([query, words]), search, words, list)

  const change = (next: Record<string, string | null>) =>
    setParams(
      (old) => {
        const out = new URLSearchParams(old)
        for (const [key, value] of Object.entries(next)) {
          if (value) out.set(key, value)
          else out.delete(key)
        }
        return out
      },
      { replace: true },
    )
  const clear = () => {
    setWords('')
    setParams({}, { replace: true })
  }
  const count = list.data?.pages[0]?.total_is_at_least ? t.moreThan(formatNumber(total)) : formatNumber(total)
  return (
    <Page
      title={t.title}
      subtitle={list.data ? <span role="status">{filtered ? t.found(count) : t.count(count)}</span> : '\u00a0'}
      actions={
        <>
          <ListMenu query={query} words={words} total={total} list={list} />
          {can('children', 'create') ? (
            <LinkButton to="/tre-em/moi" leftSection={<IconPlus size={20} aria-hidden />} data-create>
              {t.add}
            </LinkButton>
          ) : null}
        </>
      }
    >
      <ChildFilterBar params={params} words={words} onWords={setWords} onChange={change} onClear={clear} />
      <BehindNotice />
      {list.isError && list.data && !list.isFetchNextPageError ? (
        <StaleNotice at={list.dataUpdatedAt} onRetry={() => void list.refetch()} />
      ) : null}
      {list.data === undefined ? (
        <Card>
          {list.isError ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : <ListSkeleton />}
        </Card>
      ) : rows.length === 0 ? (
        <Card>
          {filtered ? (
            <EmptyState
              title={t.noMatch}
              action={
                <Button variant="light" onClick={clear}>
                  {t.clear}
                </Button>
              }
            >
              {t.noMatchBody}
            </EmptyState>
          ) : (
            <EmptyState
              title={t.none}
              action={can('children', 'create') ? <LinkButton to="/tre-em/moi">{t.add}</LinkButton> : undefined}
            >
              {can('children', 'create') ? t.noneBody : t.noneRead}
            </EmptyState>
          )}
        </Card>
      ) : printing ? (
        <PrintList view={viewOf(role)} rows={rows} />
      ) : (
        <ChildRows
          view={viewOf(role)}
          rows={rows}
          total={total}
          goTo={goTo}
          onPlace={onPlace}
          more={{
            has: list.hasNextPage,
            loading: list.isFetchingNextPage,
            failed: list.isFetchNextPageError,
            onMore: () => void list.fetchNextPage(),
          }}
        />
      )}
    </Page>
  )
}

type List = Pick<
  ReturnType<typeof useInfiniteQuery<{ items: unknown[] }>>,
  'hasNextPage' | 'isFetchingNextPage' | 'isPlaceholderData'
> & { data?: { pages: unknown[] }; fetchNextPage: () => unknown; isError: boolean }

/** Coming back from a child, the reader is where they were: as many pages are fetched, then the row is gone to. */
function usePlaceInList(key: string, search: string, words: string, list: List) {
  const [back] = useState(() => ({ ...listMemory }))
  const pages = list.data?.pages.length ?? 0
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = list
  const returns = back.key === key && back.row > 0 && pages > 0
  const whole = pages >= back.pages || !hasNextPage || isError
  useEffect(() => {
    if (returns && !whole && !isFetchingNextPage) void fetchNextPage()
  }, [returns, whole, isFetchingNextPage, fetchNextPage])
  const row = useRef(0)
  const latest = useRef({ key, search, words, pages })
  useLayoutEffect(() => {
    latest.current = { key, search, words, pages }
  })
  useLayoutEffect(
    () => () => {
      Object.assign(listMemory, latest.current, { row: row.current })
    },
    [],
  )
  const onPlace = useCallback((first: number) => {
    row.current = first
  }, [])
  return { goTo: returns && whole ? back.row : null, onPlace }
}
