import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { unitsQuery } from '@/api/queries'
import type { UnitRef } from '@/api/types'
import { useSession } from '@/app/session'
import { compareVietnamese } from '@/lib/text'
import { metUnitsQuery } from './queries'

export interface Place {
  value: string
  label: string
}

/**
 * Neighborhoods and schools to choose from. Only the ward's own people may read the list of units; for the others
 * they are the units that their children name, and their own.
 */
export function usePlaces(kind: 'neighborhood' | 'school', known: (UnitRef | null | undefined)[] = []): Place[] {
  const { me, can } = useSession()
  const whole = can('accounts', 'read')
  const all = useQuery({ ...unitsQuery, enabled: whole })
  const met = useQuery({ ...metUnitsQuery, enabled: !whole })
  const extra = JSON.stringify([...known, me.unit].filter((unit) => unit?.kind === kind))
  return useMemo(() => {
    const active = (all.data ?? []).filter((unit) => unit.status === 'active')
    const units = [...active, ...(met.data ?? []), ...(JSON.parse(extra) as UnitRef[])]
    const named = new Map(units.filter((unit) => unit.kind === kind).map((unit) => [unit.id, unit.name]))
    return [...named].map(([value, label]) => ({ value, label })).sort((a, b) => compareVietnamese(a.label, b.label))
  }, [all.data, met.data, extra, kind])
}
