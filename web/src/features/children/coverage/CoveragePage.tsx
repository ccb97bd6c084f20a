import { useQuery } from '@tanstack/react-query'
import { IconPrinter } from '@tabler/icons-react'
import { useSearchParams } from 'react-router'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { usePhone } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { SegmentedControl } from '@/ui/Segmented'
import { Select } from '@/ui/Select'
import { CoverageBars } from './components/CoverageBars'
import { CoverageCards } from './components/CoverageCards'
import { CoverageTable } from './components/CoverageTable'
import { Summary } from './components/Summary'
import { placesOf, yearOf, yearsFrom } from './figures'
import { coverageQuery, type Coverage } from './queries'
import { coverageTexts } from './texts'

export default function CoveragePage() {
  const { can } = useSession()
  if (!can('children', 'read')) return <ErrorState error={new ApiProblem(403, {})} />
  return <CoverageOfYear />
}

function CoverageOfYear() {
  const t = useTexts(coverageTexts)
  const { today } = useSession()
  const [params, setParams] = useSearchParams()
  const thisYear = Number(today.slice(0, 4))
  const year = yearOf(params.get('nam'), thisYear)
  const query = useQuery(coverageQuery(year))
  const set = (name: string, value: string) =>
    setParams(
      (old) => {
        const next = new URLSearchParams(old)
        next.set(name, value)
        return next
      },
      { replace: true },
    )
  return (
    <Page
      title={t.title}
      subtitle={t.subtitle(year)}
      back={{ to: '/tre-em', label: t.back }}
      actions={
        <>
          <Select
            aria-label={t.year}
            w={112}
            allowDeselect={false}
            data={yearsFrom(thisYear, year).map(String)}
            value={String(year)}
            onChange={(next) => {
              if (next) set('nam', next)
            }}
          />
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            onClick={() => setTimeout(() => window.print(), 200)}
          >
            {t.print}
          </Button>
        </>
      }
    >
      <QueryView query={query}>
        {(coverage) => (
          <div className="stack" aria-busy={query.isPlaceholderData || undefined}>
            <Loaded
              coverage={coverage}
              view={params.get('xem') === 'bieu-do' ? 'bieu-do' : 'bang'}
              onView={(view) => set('xem', view)}
            />
          </div>
        )}
      </QueryView>
    </Page>
  )
}

type View = 'bang' | 'bieu-do'

function Loaded({ coverage, view, onView }: { coverage: Coverage; view: View; onView: (view: View) => void }) {
  const t = useTexts(coverageTexts)
  const phone = usePhone()
  const places = placesOf(coverage)
  if (coverage.programmes.length === 0) {
    return (
      <Card>
        <EmptyState title={t.none}>{t.noneBody}</EmptyState>
      </Card>
    )
  }
  return (
    <>
      <Summary coverage={coverage} />
      {places.length === 0 ? (
        <Card>
          <EmptyState title={t.empty(coverage.year)} />
        </Card>
      ) : (
        <>
          <div className="row no-print">
            <SegmentedControl
              aria-label={t.view}
              data={(['bang', 'bieu-do'] as const).map((value) => ({ value, label: t.views[value] }))}
              value={view}
              onChange={(next) => onView(next as View)}
            />
          </div>
          {view === 'bieu-do' ? (
            coverage.programmes.map((one) => <CoverageBars key={one.programme} one={one} year={coverage.year} />)
          ) : phone ? (
            <CoverageCards coverage={coverage} places={places} />
          ) : (
            <CoverageTable coverage={coverage} places={places} />
          )}
        </>
      )}
    </>
  )
}
