import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { IconFileUpload } from '@tabler/icons-react'
import { useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import { useSession } from '@/app/session'
import { formatInstant, formatWhen } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import { Button, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { DataTable, type Column } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState, StaleNotice } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { PersonName } from '@/ui/PersonName'
import { ListSkeleton } from '@/ui/Skeletons'
import { StatusTag, type Tone } from '@/ui/StatusTag'
import { canUndo } from './preview'
import { importQuery, importsQuery, type ImportSummary } from './queries'
import { importTexts } from './texts'
import { useUndo } from './useUndo'

export default function ImportsPage() {
  const { can } = useSession()
  if (!can('children', 'create')) return <ErrorState error={new ApiProblem(403, {})} />
  return <Imports />
}

const looks: Record<ImportSummary['status'], { tone: Tone; icon: 'eye' | 'check' | 'back' }> = {
  previewed: { tone: 'orange', icon: 'eye' },
  committed: { tone: 'green', icon: 'check' },
  undone: { tone: 'plain', icon: 'back' },
}

function Imports() {
  const texts = useTexts(importTexts)
  const t = texts.past
  const imports = useInfiniteQuery(importsQuery)
  const rows = useMemo(() => imports.data?.pages.flatMap((page) => page.items) ?? [], [imports.data])
  const counts = ({ counts: c }: ImportSummary) => t.counts(c.new, c.changed, c.duplicate, c.wrong)
  const columns: Column<ImportSummary>[] = [
    { key: 'file', header: t.file, cell: (one) => <Name one={one} /> },
    { key: 'state', header: t.state, cell: (one) => <State one={one} /> },
    { key: 'who', header: t.who, cell: (one) => <PersonName person={one.created_by} /> },
    { key: 'when', header: t.when, cell: (one) => <span className="num">{formatInstant(one.created_at)}</span> },
    { key: 'rows', header: t.rows, cell: counts },
    { key: 'until', header: t.until, cell: (one) => <span className="num">{formatInstant(one.undo_until)}</span> },
    { key: 'undo', header: '', align: 'end', cell: (one) => <Act one={one} /> },
  ]
  const start = (
    <LinkButton to="/tre-em/nhap" leftSection={<IconFileUpload size={20} aria-hidden />} data-create>
      {t.start}
    </LinkButton>
  )
  return (
    <Page title={t.title} subtitle={t.intro} back={{ to: '/tre-em', label: texts.back }} actions={start}>
      {imports.isError && imports.data ? (
        <StaleNotice at={imports.dataUpdatedAt} onRetry={() => void imports.refetch()} />
      ) : null}
      <Card flush>
        {imports.data === undefined ? (
          imports.isError ? (
            <ErrorState error={imports.error} onRetry={() => void imports.refetch()} />
          ) : (
            <ListSkeleton />
          )
        ) : rows.length === 0 ? (
          <EmptyState title={t.empty}>{t.emptyBody}</EmptyState>
        ) : (
          <DataTable
            caption={t.caption}
            columns={columns}
            rows={rows}
            rowKey={(one) => one.id}
            card={(one) => (
              <div className="stack-2">
                <div className="row-between">
                  <Name one={one} />
                  <State one={one} />
                </div>
                <span className="second">
                  {one.created_by?.full_name} · {formatWhen(one.created_at)} · {counts(one)}
                </span>
                {one.undo_until ? (
                  <span className="second">{texts.undo.until(formatInstant(one.undo_until))}</span>
                ) : null}
                <Act one={one} />
              </div>
            )}
            more={{
              total: imports.data.pages[0]?.total ?? 0,
              loading: imports.isFetchingNextPage,
              onMore: () => void imports.fetchNextPage(),
            }}
          />
        )}
      </Card>
    </Page>
  )
}

const Name = ({ one }: { one: ImportSummary }) => (
  <Link to={`/tre-em/nhap/${one.id}`} style={{ overflowWrap: 'anywhere' }}>
    {one.file_name}
  </Link>
)

const State = ({ one }: { one: ImportSummary }) => (
  <StatusTag {...looks[one.status]}>{useTexts(importTexts).past.status[one.status]}</StatusTag>
)

function Act({ one }: { one: ImportSummary }) {
  const texts = useTexts(importTexts)
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { today } = useSession()
  const { undo, busy } = useUndo((done) => {
    queries.removeQueries({ queryKey: importQuery(one.id).queryKey })
    void queries.invalidateQueries({ queryKey: ['child-imports', 'list'] })
    void queries.invalidateQueries({ queryKey: ['children'] })
    // What was kept has names, and the import's own page tells them.
    if (done.kept.length > 0) void navigate(`/tre-em/nhap/${one.id}`)
  })
  if (one.status === 'previewed') {
    return (
      <LinkButton to={`/tre-em/nhap/${one.id}`} size="sm" variant="default">
        {texts.past.openAgain}
      </LinkButton>
    )
  }
  if (!canUndo(one, today)) return null
  return (
    <Button
      size="sm"
      color="red"
      variant="outline"
      aria-label={texts.past.undoOf(one.file_name)}
      loading={busy}
      onClick={() => void undo(one)}
    >
      {texts.undo.go}
    </Button>
  )
}
