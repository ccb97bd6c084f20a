import { useSession } from '@/app/session'

/** Whoever works for the whole ward: leader, officers and the upper level see every unit's share. */
export function useReach() {
  const { me, can } = useSession()
  const wide = me.permissions.some(
    (one) => one.resource === 'communications' && one.actions.includes('read') && one.scope !== 'unit',
  )
  const officer = me.permissions.some(
    (one) => one.resource === 'communications' && one.actions.includes('update') && one.scope === 'ward',
  )
  return {
    /** Reads items of all units. */
    wide,
    /** Writes for all units. */
    officer,
    unit: me.user.unit_id,
    canWrite: can('communications', 'create'),
  }
}
