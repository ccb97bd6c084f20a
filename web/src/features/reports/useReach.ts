import { useSession } from '@/app/session'

/** On which side of a report its reader stands, as the server tells them apart. */
export type Side = 'ward' | 'unit' | 'above'

export function useReach(): { side: Side; approves: boolean; canWrite: boolean } {
  const { me, can } = useSession()
  const scope = me.permissions.find((one) => one.resource === 'reports')?.scope
  return {
    side: scope === 'below' ? 'above' : scope === 'ward' ? 'ward' : 'unit',
    approves: can('reports', 'approve'),
    canWrite: can('reports', 'create'),
  }
}
