import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { IconPlus, IconTable } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { ConcernLine } from '@/api/types'
import { useSession } from '@/app/session'
import { formatWhen } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { recall, remember } from '@/lib/storage'
import { saveBlob } from '@/ui/Attachments'
import { Button, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { DataTable, type Column } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState, StaleNotice, useProblemText } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { SearchField } from '@/ui/SearchField'
import { SegmentedControl } from '@/ui/Segmented'
import { ListSkeleton } from '@/ui/Skeletons'
import { TimeLeft } from '@/ui/TimeLeft'
import { toast } from '@/ui/toast'
import { countOf, deskMemory, inOrder, passes, tabOf, TABS, toFilters, type Tab } from '../filters'
import { concernSearchQuery, concernsQuery, register } from '../queries'
import { concernTexts } from '../texts'
import styles from './concerns.module.css'
import { DeskFilters } from './DeskFilters'
import { ConcernTag, DangerCell, DangerTag, SuspectTag } from './tags'

/** Intake: what is new and how long is left, before everything else. */
export default function DeskList() {
  const texts = useTexts(concernTexts)
  const t = texts.list
  const { me, can } = useSession()
  const problemText = useProblemText()
  const [params, setParams] = useSearchParams()
  const [words, setWords] = useState(deskMemory.words)
  const place = `bup.concerns.${me.user.id}`
  useEffect(() => {
    // Coming without filters means "where I was".
    if (params.size > 0) return
    const last = recall<string>(place)
    if (last) setParams(new URLSearchParams(last), { replace: true })
  }, [params, setParams, place])
  useEffect(() => {
    if (params.size > 0) remember(place, params.toString())
    deskMemory.search = params.size > 0 ? `?${params.toString()}` : ''
    deskMemory.words = words
  }, [params, words, place])

  const tab = tabOf(params)
  const filters = useMemo(() => toFilters(params), [params])
  const searching = words.length >= 2
  // All that waits is needed at once, to stand in the right order.
  const listed = useInfiniteQuery({ ...concernsQuery(filters, tab === 'cho' ? 200 : 50), enabled: !searching })
  const found = useQuery(concernSearchQuery(words, filters.status))
  const query = searching ? found : listed
  const rows = useMemo(() => {
    if (searching) return (found.data?.items ?? []).filter((row) => passes(row, filters))
    const all = listed.data?.pages.flatMap((page) => page.items) ?? []
    return tab === 'cho' ? inOrder(all) : all
  }, [searching, found.data, listed.data, filters, tab])
  const total = searching ? rows.length : (listed.data?.pages[0]?.total ?? 0)
  const filtered = searching || countOf(params) > 0
  const set = (name: string, value: string | null) =>
    setParams(
      (old) => {
        const next = new URLSearchParams(old)
        if (value) next.set(name, value)
        else next.delete(name)
        if (!next.has('xem')) next.set('xem', tab)
        return next
      },
      { replace: true },
    )
  const clear = () => {
    setWords('')
    setParams({ xem: tab }, { replace: true })
  }
  const download = async () => {
    try {
      saveBlob(await register(filters), `${t.file}.xlsx`)
    } catch (error) {
      toast.error(problemText(error))
    }
  }
  const where = (row: ConcernLine) => [texts.via[row.received_via], row.neighborhood?.name].filter(Boolean).join(' · ')
  const columns: Column<ConcernLine>[] = [
    {
      key: 'code',
      header: t.column.code,
      cell: (row) => (
        <>
          <Link to={`/tin-bao/${row.id}`} className={styles.title}>
            {row.code} · <span className="num">{formatWhen(row.received_at)}</span>
          </Link>
          <p className="second">{where(row)}</p>
        </>
      ),
    },
    { key: 'danger', header: t.column.danger, width: '190px', cell: (row) => <DangerCell value={row.danger_level} /> },
    {
      key: 'status',
      header: t.column.status,
      width: '190px',
      cell: (row) => (
        <span className={styles.tags}>
          <ConcernTag value={row.status} />
          {row.is_suspect ? <SuspectTag /> : null}
        </span>
      ),
    },
    {
      key: 'due',
      header: t.column.due,
      width: '180px',
      cell: (row) => (row.emergency_due_at ? <TimeLeft due={row.emergency_due_at} /> : null),
    },
  ]
  return (
    <Page
      title={texts.title}
      subtitle={
        query.data === undefined
          ? undefined
          : searching
            ? t.found(total)
            : tab === 'cho'
              ? t.waiting(total)
              : t.count(total)
      }
      actions={
        <>
          <Button variant="default" leftSection={<IconTable size={18} aria-hidden />} onClick={() => void download()}>
            {t.export}
          </Button>
          {can('concerns', 'create') ? (
            <LinkButton to="/tin-bao/moi" leftSection={<IconPlus size={20} aria-hidden />} data-create>
              {texts.addDesk}
            </LinkButton>
          ) : null}
        </>
      }
    >
      <div className={styles.bar}>
        <SearchField label={t.search} value={words} onSearch={setWords} />
        <SegmentedControl
          aria-label={t.show}
          value={tab}
          onChange={(xem) => set('xem', xem)}
          data={(Object.keys(TABS) as Tab[]).map((value) => ({ value, label: t.tabs[value] }))}
        />
      </div>
      <DeskFilters params={params} onChange={set} />
      {query.isError && query.data ? (
        <StaleNotice at={query.dataUpdatedAt} onRetry={() => void query.refetch()} />
      ) : null}
      <Card flush>
        {query.data === undefined ? (
          query.isError ? (
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          ) : (
            <ListSkeleton />
          )
        ) : rows.length === 0 ? (
          filtered ? (
            <EmptyState
              title={t.noMatch}
              action={
                <Button variant="light" onClick={clear}>
                  {t.clear}
                </Button>
              }
            />
          ) : (
            <EmptyState title={tab === 'cho' ? t.empty : t.emptyAll}>{t.emptyBody}</EmptyState>
          )
        ) : (
          <DataTable
            caption={texts.title}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            more={
              searching
                ? null
                : { total, loading: listed.isFetchingNextPage, onMore: () => void listed.fetchNextPage() }
            }
            card={(row) => (
              <Link to={`/tin-bao/${row.id}`} className={styles.card}>
                <strong>
                  {row.code} · <span className="num">{formatWhen(row.received_at)}</span>
                </strong>
                <span className="second">{where(row)}</span>
                <span className={styles.tags}>
                  {row.emergency_due_at ? <TimeLeft due={row.emergency_due_at} /> : null}
                  {row.danger_level === 'unknown' ? null : <DangerTag value={row.danger_level} />}
                  {tab === 'cho' && row.status === 'received' ? null : <ConcernTag value={row.status} />}
                  {row.is_suspect ? <SuspectTag /> : null}
                </span>
              </Link>
            )}
          />
        )}
      </Card>
    </Page>
  )
}
