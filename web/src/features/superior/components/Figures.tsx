import type { ReportsOverview } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { Figures as Numbers } from '@/ui/Figures'
import { STATES, toState } from '../filters'
import { superiorTexts } from '../texts'

/** How many wards are where; each number shows its wards, the number that is chosen shows all of them again. */
export function Figures({ data, params }: { data: ReportsOverview; params: URLSearchParams }) {
  const t = useTexts(superiorTexts).figures
  const chosen = toState(params)
  const to = (state: string) => {
    const next = new URLSearchParams(params)
    if (state === chosen) next.delete('xem')
    else next.set('xem', state)
    return { search: next.toString() }
  }
  const figures = STATES.map((state) => ({
    key: state,
    label: t[state],
    value: data[state],
    of: t.of(formatNumber(data.wards_total)),
    to: to(state),
    harm: state === 'late',
    chosen: state === chosen,
  }))
  return <Numbers label={t.label} figures={figures} filters />
}
