import { useInfiniteQuery } from '@tanstack/react-query'
import { IconDownload, IconPlus, IconPrinter } from '@tabler/icons-react'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { useSession } from '@/app/session'
import { today as dayOfDevice } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { saveBlob } from '@/ui/Attachments'
import { Button, IconButton, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState, StaleNotice, useProblemText } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { ListSkeleton } from '@/ui/Skeletons'
import { toast } from '@/ui/toast'
import { ChildFilterBar } from './components/ChildFilterBar'
import { ChildRows } from './components/ChildRows'
import { PrintList, usePrinting } from './components/PrintList'
import { activeFilters, toQuery } from './filters'
import { listMemory } from './memory'
import { childrenQuery, exportChildren } from './queries'
import { childTexts } from './texts'
import { filtersOf, isWard, sortsOf, viewOf } from './views'

const MOST_ON_PAPER = 2_000

export default function ChildrenPage() {
  const t = useTexts(childTexts).list
  const { me, can, today } = useSession()
  const problemText = useProblemText()
  const [params, setParams] = useSearchParams()
  const [words, setWords] = useState(listMemory.words)
  const [busy, setBusy] = useState<'export' | 'print' | null>(null)
  const printing = usePrinting()
  const { role } = me.user
  const allowed = filtersOf(role)
  const query = useMemo(() => toQuery(params, filtersOf(role), sortsOf(role), today), [params, role, today])
  const list = useInfiniteQuery(childrenQuery(query, words))
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  const total = list.data?.pages[0]?.total ?? 0
  const filtered = activeFilters(params, allowed).length > 0 || words !== ''
  const search = params.size > 0 ? `?${params.toString()}` : ''
  usePlaceInList(JSON.stringify([query, words]), search, words, list)

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
  const download = async () => {
    setBusy('export')
    try {
      saveBlob(await exportChildren(query, words), `tre-em-${dayOfDevice()}.xlsx`)
      toast.ok(t.exported)
    } catch (error) {
      toast.error(problemText(error))
    } finally {
      setBusy(null)
    }
  }
  const print = async () => {
    if (total > MOST_ON_PAPER) return toast.info(t.printTooMany(formatNumber(MOST_ON_PAPER)))
    setBusy('print')
    let page = list
    while (page.hasNextPage && !page.isError) page = (await page.fetchNextPage()) as typeof list
    setBusy(null)
    setTimeout(() => window.print(), 200)
  }
  const count = formatNumber(total)
  return (
    <Page
      title={t.title}
      subtitle={list.data ? <span role="status">{filtered ? t.found(count) : t.count(count)}</span> : '\u00a0'}
      actions={
        <>
          {isWard(role) ? (
            <LinkButton to="/tre-em/trung" variant="default">
              {t.duplicates}
            </LinkButton>
          ) : null}
          <IconButton label={t.print} tone="light" disabled={busy === 'print'} onClick={() => void print()}>
            <IconPrinter size={20} aria-hidden />
          </IconButton>
          <Button
            variant="default"
            loading={busy === 'export'}
            leftSection={<IconDownload size={18} aria-hidden />}
            onClick={() => void download()}
          >
            {t.export}
          </Button>
          {can('children', 'create') ? (
            <LinkButton to="/tre-em/moi" leftSection={<IconPlus size={20} aria-hidden />} data-create>
              {t.add}
            </LinkButton>
          ) : null}
        </>
      }
    >
      <ChildFilterBar params={params} words={words} onWords={setWords} onChange={change} onClear={clear} />
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

/** Coming back from a child, the reader is where they were: as many pages, and as far down. */
function usePlaceInList(key: string, search: string, words: string, list: List): void {
  const back = useRef(listMemory.key === key && listMemory.top > 0 ? { ...listMemory } : null)
  const pages = list.data?.pages.length ?? 0
  useLayoutEffect(() => {
    const place = back.current
    if (!place || pages === 0) return
    if (place.key !== key || list.isError) {
      back.current = null
    } else if (pages < place.pages && list.hasNextPage) {
      if (!list.isFetchingNextPage) list.fetchNextPage()
    } else {
      back.current = null
      setTimeout(() => scrollTo(0, place.top), 0)
    }
  }, [key, pages, list])
  const latest = useRef({ key, search, words, pages })
  useLayoutEffect(() => {
    latest.current = { key, search, words, pages }
  })
  useLayoutEffect(
    () => () => {
      Object.assign(listMemory, latest.current, { top: scrollY })
    },
    [],
  )
}
