/** Plan and period live in the address, so that the page can be sent as it is. */
import { isPlainDate } from '@/lib/dates'

export interface OverviewFilters {
  plan_id?: string
  all_tasks?: boolean
  from?: string
  to?: string
}

/** Tasks of every plan, and of none. */
export const ALL = 'tat-ca'

export function toFilters(params: URLSearchParams): OverviewFilters {
  const filters: OverviewFilters = {}
  const plan = params.get('ke-hoach')
  if (plan === ALL) filters.all_tasks = true
  else if (plan) filters.plan_id = plan
  const [from, to] = [params.get('tu') ?? '', params.get('den') ?? '']
  // A period that ends before it begins would be refused: its end is left out until it is mended.
  if (isPlainDate(from)) filters.from = from
  if (isPlainDate(to) && (!filters.from || to >= filters.from)) filters.to = to
  return filters
}
