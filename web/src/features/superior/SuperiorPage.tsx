import { useQuery } from '@tanstack/react-query'
import { IconPrinter } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { ReportsOverview } from '@/api/types'
import { useSession } from '@/app/session'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { FileButton } from '@/ui/FileButton'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { Select } from '@/ui/Select'
import { PageSkeleton } from '@/ui/Skeletons'
import { ChartCard } from './components/ChartCard'
import { CompareCard } from './components/CompareCard'
import { Figures } from './components/Figures'
import { ObstaclesCard } from './components/ObstaclesCard'
import { WardsCard } from './components/WardsCard'
import styles from './components/superior.module.css'
import { KINDS, kindWord, toFilters, toState, years, type CompareFilters } from './filters'
import { catalogueQuery, compareQuery, figuresFile, newestQuery } from './queries'
import { superiorTexts } from './texts'

/** The upper level: which of its wards have reported, what they counted, and what they ask. */
export default function SuperiorPage() {
  const t = useTexts(superiorTexts)
  const { me, can, today } = useSession()
  const [params, setParams] = useSearchParams()
  const catalogue = useQuery(catalogueQuery)
  const known = useMemo(
    () => (catalogue.data ? new Set(catalogue.data.indicators.map((one) => one.code)) : null),
    [catalogue.data],
  )
  const thisYear = Number(today.slice(0, 4))
  const filters = useMemo(() => toFilters(params, thisYear, known), [params, thisYear, known])
  const above = can('reports', 'approve', 'below')
  const query = useQuery({
    ...compareQuery(filters),
    // An old address may name what is counted no more: which of it is known is asked first.
    enabled: above && (filters.codes.length === 0 || !catalogue.isPending),
  })
  const set = (next: Record<string, string | null>) =>
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
  if (!above) {
    return (
      <Page title={t.title}>
        <Card>
          <EmptyState title={t.notYours} />
        </Card>
      </Page>
    )
  }
  const data = query.data
  const codes = data?.sums.map((sum) => sum.code) ?? []
  return (
    <div className={styles.page}>
      <div className={`only-print ${styles.printHead}`}>
        <p>{t.printHead(t.kind[filters.kind], filters.year)}</p>
        <p>{t.printFoot(me.user.full_name, formatInstant(new Date().toISOString()))}</p>
      </div>
      <Page
        title={t.title}
        subtitle={t.subtitle}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} aria-hidden />}
              onClick={() => setTimeout(() => window.print(), 200)}
            >
              {t.print}
            </Button>
            {data && hasFigures(data) ? (
              <FileButton
                label={t.csv}
                name={t.csvName(kindWord(filters.kind), filters.year)}
                load={() => figuresFile(filters, codes)}
              />
            ) : null}
          </>
        }
      >
        <div className="filters no-print">
          <Select
            label={t.filters.kind}
            className="wide"
            allowDeselect={false}
            value={filters.kind}
            onChange={(kind) => set({ loai: kind === 'ward_flash' ? kindWord('ward_flash') : null })}
            data={KINDS.map((kind) => ({ value: kind, label: t.kind[kind] }))}
          />
          <Select
            label={t.filters.year}
            allowDeselect={false}
            value={String(filters.year)}
            onChange={(year) => set({ nam: year })}
            data={years(thisYear, filters.year).map(String)}
          />
        </div>
        <QueryView query={query} skeleton={<PageSkeleton />}>
          {(found) => (
            <div className="stack" aria-busy={query.isPlaceholderData || undefined}>
              {found.wards_total === 0 ? (
                <Card>
                  <EmptyState title={t.noWards} />
                </Card>
              ) : (
                <>
                  <Figures data={found} params={params} />
                  <WardsCard data={found} state={toState(params)} onAll={() => set({ xem: null })} />
                  {hasFigures(found) ? (
                    <>
                      <CompareCard
                        data={found}
                        catalogue={catalogue.data}
                        chosen={filters.codes.length > 0 ? filters.codes : codes}
                        onChoose={(next) => set({ 'chi-tieu': next.join() })}
                      />
                      <ChartCard
                        key={`${found.year}${found.kind}`}
                        data={found}
                        code={params.get('bieu-do')}
                        onChoose={(code) => set({ 'bieu-do': code })}
                      />
                    </>
                  ) : (
                    <NothingYet filters={filters} />
                  )}
                </>
              )}
            </div>
          )}
        </QueryView>
        <ObstaclesCard wards={data?.wards ?? []} />
      </Page>
    </div>
  )
}

const hasFigures = (data: ReportsOverview) => data.wards_total > data.missing

/** No ward has sent: the way leads to the last report that there is. */
function NothingYet({ filters }: { filters: CompareFilters }) {
  const t = useTexts(superiorTexts)
  const { data: newest } = useQuery(newestQuery)
  const kind = KINDS.find((one) => one === newest?.kind)
  const other = newest && kind && (newest.year !== filters.year || kind !== filters.kind) ? newest : null
  return (
    <Card>
      <EmptyState
        title={t.empty.title}
        action={
          other && kind ? (
            <LinkButton variant="light" to={`/cap-duoi?nam=${other.year}&loai=${kindWord(kind)}`}>
              {t.empty.ofYear(t.empty.newest[kind], other.year)}
            </LinkButton>
          ) : undefined
        }
      >
        {t.empty.body}
      </EmptyState>
    </Card>
  )
}
