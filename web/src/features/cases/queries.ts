/**
 * Nothing of a case outlives the screen that shows it: `gcTime` 0, no snapshot, no outbox. Every reading is written down
 * by the server, so a case is read once for a visit and not again for a glance at the tab.
 */
import { infiniteQueryOptions, queryOptions, type QueryKey } from '@tanstack/react-query'
import { api, take } from '@/api/client'
import type { Attachment, Case, CaseFolder, CaseForm } from '@/api/types'
import { isProblem } from '@/lib/problem'

export const CASE_TOUCHES: QueryKey[] = [['cases'], ['dashboard'], ['notifications']]
const once = { gcTime: 0, staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false } as const

export interface CaseFilters {
  status?: string
  mine?: boolean
  late?: boolean
  sort?: string
}

export function casesQuery(filters: CaseFilters) {
  return infiniteQueryOptions({
    queryKey: ['cases', 'list', filters],
    queryFn: ({ pageParam }) =>
      take(api.GET('/api/v1/cases', { params: { query: { ...filters, limit: 100, cursor: pageParam || undefined } } })),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: (previous) => previous,
    gcTime: 0,
  })
}

/** Names never stand in an address, therefore a POST. */
export function caseSearchQuery(q: string, status: string | undefined) {
  return queryOptions({
    queryKey: ['cases', 'search', q, status],
    queryFn: () =>
      take(api.POST('/api/v1/cases/search', { body: { q, child_id: null, status: status ?? null, limit: 100 } })),
    enabled: q.length >= 2,
    placeholderData: (previous) => previous,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
}

/** All open cases: the clocks of a ward stand on one page. */
export const clocksQuery = queryOptions({
  queryKey: ['cases', 'clocks'],
  queryFn: async () => {
    const status = 'open,initial_assessment,assessment,planned,decided,implementing,reviewed'
    const rows = []
    let cursor: string | undefined
    do {
      const page = await take(api.GET('/api/v1/cases', { params: { query: { status, limit: 200, cursor } } }))
      rows.push(...page.items)
      cursor = page.next_cursor ?? undefined
    } while (cursor)
    return rows
  },
  gcTime: 0,
  refetchInterval: 5 * 60_000,
})

const of = (id: string) => ({ params: { path: { id } } })

export function folderQuery(id: string) {
  return queryOptions({
    queryKey: ['cases', 'folder', id],
    queryFn: () => take(api.GET('/api/v1/cases/{id}/folder', of(id))) as unknown as Promise<CaseFolder>,
    ...once,
  })
}

export function caseQuery(id: string) {
  return queryOptions({
    queryKey: ['cases', 'one', id],
    queryFn: () => take(api.GET('/api/v1/cases/{id}', of(id))) as unknown as Promise<Case>,
    ...once,
  })
}

export function formQuery(id: string, kind: string) {
  return queryOptions({
    queryKey: ['case-form', id, kind],
    queryFn: () =>
      take(api.GET('/api/v1/cases/{id}/forms/{kind}', { params: { path: { id, kind } } })) as Promise<CaseForm>,
    ...once,
  })
}

export function looksQuery(id: string) {
  return queryOptions({
    queryKey: ['cases', 'looks', id],
    queryFn: async () => (await take(api.GET('/api/v1/cases/{id}/looks', of(id)))).items,
    gcTime: 0,
  })
}

/** Nothing for whoever is not named: whether there is a note, and whose, is not told. */
export function closedNoteQuery(id: string) {
  return queryOptions({
    queryKey: ['case-note', id],
    queryFn: async () => {
      try {
        return await take(api.GET('/api/v1/cases/{id}/closed-note', of(id)))
      } catch (error) {
        if (isProblem(error, 404)) return null
        throw error
      }
    },
    ...once,
  })
}

/** The law's items; not about anybody. */
export const catalogueQuery = queryOptions({
  queryKey: ['case-catalogue'],
  queryFn: () => take(api.GET('/api/v1/cases/catalogue')),
  staleTime: Infinity,
})

export const destinationsQuery = queryOptions({
  queryKey: ['case-destinations'],
  queryFn: async () => (await take(api.GET('/api/v1/cases/destinations'))).items,
  staleTime: 10 * 60_000,
})

/** Those whose role may work on cases. */
export const workersQuery = queryOptions({
  queryKey: ['case-workers'],
  queryFn: async () => {
    const roles = ['social_officer', 'police', 'health', 'leader'] as const
    const lists = await Promise.all(
      roles.map((role) =>
        take(api.GET('/api/v1/users', { params: { query: { role, status: 'active', limit: 200 } } })),
      ),
    )
    return lists.flatMap((list) => list.items)
  },
  staleTime: 60_000,
})

export const glassQuery = queryOptions({
  queryKey: ['cases', 'glass'],
  queryFn: async () => (await take(api.GET('/api/v1/cases/break-glass'))).items,
  gcTime: 0,
})

export function numbersQuery(from: string | null, to: string | null) {
  return queryOptions({
    queryKey: ['cases', 'numbers', from, to],
    queryFn: async () =>
      (
        await take(
          api.GET('/api/v1/cases/numbers', { params: { query: { from: from ?? undefined, to: to ?? undefined } } }),
        )
      ).items,
    placeholderData: (previous) => previous,
    gcTime: 0,
  })
}

const asBlob = (answer: Promise<unknown>) => answer as Promise<Blob>

export const exportCases = (filters: CaseFilters): Promise<Blob> =>
  asBlob(take(api.GET('/api/v1/cases/export.xlsx', { params: { query: filters }, parseAs: 'blob' })))
/** Every call is a print or a look in the case's log. */
export const loadPaper = (id: string, paper: string): Promise<Blob> =>
  asBlob(take(api.GET('/api/v1/cases/{id}/papers/{paper}', { params: { path: { id, paper } }, parseAs: 'blob' })))
export const loadReferralPaper = (id: string, referral_id: string): Promise<Blob> =>
  asBlob(
    take(
      api.GET('/api/v1/cases/{id}/referrals/{referral_id}/document.docx', {
        params: { path: { id, referral_id } },
        parseAs: 'blob',
      }),
    ),
  )
export const loadCaseFile = (id: string, file_id: string, file: Pick<Attachment, 'id'>): Promise<Blob> =>
  asBlob(
    take(
      api.GET('/api/v1/cases/{id}/files/{file_id}/{attachment_id}', {
        params: { path: { id, file_id, attachment_id: file.id } },
        parseAs: 'blob',
      }),
    ),
  )
