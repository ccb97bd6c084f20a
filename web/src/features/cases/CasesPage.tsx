import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { IconDownload, IconPlus } from '@tabler/icons-react'
import { useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { CaseLine } from '@/api/types'
import { useCan } from '@/app/session'
import { formatWhen, today } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { recall, remember } from '@/lib/storage'
import { saveBlob } from '@/ui/Attachments'
import { Button, IconButton, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { DataTable, usePhone, type Column } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState, StaleNotice, useProblemText } from '@/ui/ErrorState'
import { FlagButton } from '@/ui/FlagButton'
import { IdleCover } from '@/ui/IdleCover'
import { Page } from '@/ui/Page'
import { SearchField } from '@/ui/SearchField'
import { Select } from '@/ui/Select'
import { ListSkeleton } from '@/ui/Skeletons'
import { StatusTag } from '@/ui/StatusTag'
import { toast } from '@/ui/toast'
import { byUrgency, nextClock } from './clocks'
import styles from './components/cases.module.css'
import { ClockLine, ClockTag } from './components/CaseClock'
import { CaseTag, DangerTag } from './components/CaseTags'
import { listMemory } from './memory'
import { caseSearchQuery, casesQuery, exportCases, type CaseFilters } from './queries'
import { caseTexts } from './texts'

const STATES = [
  'open',
  'initial_assessment',
  'assessment',
  'planned',
  'decided',
  'implementing',
  'reviewed',
  'closed',
  'transferred',
] as const
const OPEN = STATES.slice(0, 7).join(',')
const ORDERS = { gap: 'urgent', moi: 'opened', 'cap-nhat': 'updated' } as const
/** Neither names nor codes: what is kept on the device are the marks of the filter bar. */
const KEPT = 'bup.cases.filters'

export default function CasesPage() {
  const t = useTexts(caseTexts)
  const can = useCan()
  const phone = usePhone()
  const problemText = useProblemText()
  const [kept] = useState(() => recall<string>(KEPT) ?? '')
  const [params, setParams] = useSearchParams(kept)
  const [words, setWords] = useState(listMemory.words)
  const state = params.get('trang-thai') ?? 'dang-mo'
  const order = params.get('xep') ?? 'gap'
  // Before the filter is seen to be on: whoever leaves at once finds it as it was left.
  useLayoutEffect(() => {
    listMemory.search = params.size > 0 ? `?${params.toString()}` : ''
    listMemory.words = words
    remember(KEPT, params.toString() || null)
  }, [params, words])
  const filters = useMemo<CaseFilters>(
    () => ({
      status: state === 'tat-ca' ? undefined : state === 'dang-mo' ? OPEN : state,
      mine: params.get('cua-toi') === '1' || undefined,
      late: params.get('qua-han') === '1' || undefined,
      sort: order === 'cap-nhat' ? '-updated_at' : '-opened_at',
    }),
    [params, state, order],
  )
  const listed = useInfiniteQuery(casesQuery(filters))
  const found = useQuery(caseSearchQuery(words, filters.status))
  const searching = words.length >= 2
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = listed
  useEffect(() => {
    // The most urgent case may be the oldest one: they are put in order once all are here.
    if (order === 'gap' && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [order, hasNextPage, isFetchingNextPage, fetchNextPage])
  const query = searching ? found : listed
  const all = searching ? (found.data?.items ?? []) : (listed.data?.pages.flatMap((page) => page.items) ?? [])
  const rows = order === 'gap' ? byUrgency(all) : all
  const total = searching ? (found.data?.total ?? 0) : (listed.data?.pages[0]?.total ?? 0)
  const set = (name: string, value: string | null) =>
    setParams(
      (old) => {
        const next = new URLSearchParams(old)
        if (value) next.set(name, value)
        else next.delete(name)
        return next
      },
      { replace: true },
    )
  const filtered = searching || params.size > 0
  const clear = () => {
    setWords('')
    setParams({}, { replace: true })
  }
  const download = async () => {
    try {
      saveBlob(await exportCases(filters), `ho-so-${today()}.xlsx`)
      toast.ok(t.exported)
    } catch (error) {
      toast.error(problemText(error))
    }
  }
  const desk = can('cases', 'create') || can('cases', 'approve')
  const add = can('cases', 'create') ? (
    <LinkButton to="/ho-so/moi" leftSection={<IconPlus size={20} aria-hidden />} data-create>
      {t.add}
    </LinkButton>
  ) : null
  const columns: Column<CaseLine>[] = [
    {
      key: 'code',
      header: t.columns.code,
      cell: (row) => (
        <>
          <Link to={`/ho-so/${row.id}`} className={styles.code}>
            {row.code}
          </Link>
          <p className="second">{row.child_sign}</p>
        </>
      ),
    },
    {
      key: 'state',
      header: t.columns.state,
      width: '250px',
      cell: (row) => <Tags row={row} />,
    },
    {
      key: 'clock',
      header: t.columns.clock,
      width: '34%',
      cell: (row) => {
        const clock = nextClock(row.deadlines)
        return clock ? <ClockLine clock={clock} /> : <span className="muted">{t.noClock}</span>
      },
    },
    {
      key: 'opened',
      header: t.columns.opened,
      width: '110px',
      cell: (row) => <span className="num">{formatWhen(row.opened_at)}</span>,
    },
  ]
  return (
    <Page
      title={t.title}
      subtitle={query.data ? t.count(total) : t.intro}
      actions={
        <>
          {desk ? (
            <LinkButton to="/ho-so/thoi-han" variant="default">
              {t.toClocks}
            </LinkButton>
          ) : null}
          {can('cases', 'approve') || !desk ? (
            <LinkButton to="/ho-so/mo-khan-cap" variant="default">
              {t.toGlass}
            </LinkButton>
          ) : null}
          {desk ? (
            <IconButton label={t.export} tone="light" onClick={() => void download()}>
              <IconDownload size={20} aria-hidden />
            </IconButton>
          ) : null}
          {add}
        </>
      }
    >
      <div className={`${styles.bar} no-print`}>
        <SearchField label={t.search} value={words} onSearch={setWords} />
        <Select
          aria-label={t.state}
          allowDeselect={false}
          value={state}
          onChange={(value) => set('trang-thai', value === 'dang-mo' ? null : value)}
          data={[
            { value: 'dang-mo', label: t.openStates },
            { value: 'tat-ca', label: t.allStates },
            ...STATES.map((value) => ({ value, label: t.status[value] })),
          ]}
        />
        {searching ? null : (
          <>
            <Select
              aria-label={t.order}
              allowDeselect={false}
              value={order}
              onChange={(value) => set('xep', value === 'gap' ? null : value)}
              data={Object.entries(ORDERS).map(([value, word]) => ({ value, label: t.orders[word] }))}
            />
            <FlagButton
              on={filters.late === true}
              label={t.late}
              onToggle={() => set('qua-han', filters.late ? null : '1')}
            />
            {desk ? (
              <FlagButton
                on={filters.mine === true}
                label={t.mine}
                onToggle={() => set('cua-toi', filters.mine ? null : '1')}
              />
            ) : null}
          </>
        )}
      </div>
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
            <EmptyState title={t.empty} action={phone ? null : add}>
              {desk ? t.emptyDesk : t.emptyOthers}
            </EmptyState>
          )
        ) : (
          <DataTable
            caption={t.title}
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
            more={searching ? null : { total, loading: isFetchingNextPage, onMore: () => void fetchNextPage() }}
            card={(row) => <PhoneLine row={row} />}
          />
        )}
      </Card>
      <IdleCover />
    </Page>
  )
}

function Tags({ row }: { row: CaseLine }) {
  const t = useTexts(caseTexts)
  return (
    <span className="row" style={{ gap: 6 }}>
      <CaseTag status={row.status} />
      {row.danger_level === 'unknown' ? null : <DangerTag level={row.danger_level} />}
      {row.is_closing_proposed ? (
        <StatusTag tone="orange" icon="eye">
          {t.closingProposed}
        </StatusTag>
      ) : null}
    </span>
  )
}

function PhoneLine({ row }: { row: CaseLine }) {
  const t = useTexts(caseTexts)
  const clock = nextClock(row.deadlines)
  return (
    <Link to={`/ho-so/${row.id}`} className={styles.card}>
      <span>
        <strong>{row.child_sign}</strong> <span className="second num">· {row.code}</span>
      </span>
      {clock ? (
        <span className={styles.clock}>
          <ClockTag clock={clock} /> <span className="second">{t.clock.name[clock.kind]}</span>
        </span>
      ) : null}
      <Tags row={row} />
    </Link>
  )
}
