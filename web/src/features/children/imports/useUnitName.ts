import { useQuery } from '@tanstack/react-query'
import { unitsQuery } from '@/api/queries'
import { useSession } from '@/app/session'

/** Only the ward's own people may read the list of units; the others know the name of their own. */
export function useUnitName(): (id: string | null) => string | null {
  const { me, can } = useSession()
  const units = useQuery({ ...unitsQuery, enabled: can('accounts', 'read') })
  return (id) => {
    if (!id) return null
    if (me.unit?.id === id) return me.unit.name
    return units.data?.find((unit) => unit.id === id)?.name ?? null
  }
}
