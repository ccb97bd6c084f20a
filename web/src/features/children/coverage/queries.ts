import { queryOptions } from '@tanstack/react-query'
import { api, take } from '@/api/client'

const readCoverage = (year: number) => take(api.GET('/api/v1/children/coverage', { params: { query: { year } } }))

export type Coverage = Awaited<ReturnType<typeof readCoverage>>
export type ProgrammeCoverage = Coverage['programmes'][number]
export type Programme = ProgrammeCoverage['programme']
export type Count = Pick<ProgrammeCoverage, 'entitled' | 'reached' | 'not_reached'>

/** Counts alone, no names: it may be kept as long as any other figure. */
export function coverageQuery(year: number) {
  return queryOptions({
    queryKey: ['children', 'coverage', year],
    queryFn: () => readCoverage(year),
    placeholderData: (previous) => previous,
  })
}
