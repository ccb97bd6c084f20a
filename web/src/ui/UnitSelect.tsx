import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { UnitKind } from '@/api/types'
import { placesQuery, unitsQuery } from '@/api/queries'
import { useTexts } from '@/lib/i18n'
import { compareVietnamese } from '@/lib/text'
import { words } from '@/lib/words'
import { MultiSelect, Select } from './Select'

interface UnitChoices {
  kinds?: UnitKind[]
  exclude?: string[]
}

/** Active units, grouped by kind, "Khu phố 2" before "Khu phố 10". */
function useUnitChoices({ kinds, exclude }: UnitChoices) {
  const names = useTexts(words).kind
  const units = useQuery(unitsQuery)
  return useMemo(() => {
    const groups = new Map<UnitKind, { value: string; label: string }[]>()
    for (const unit of units.data ?? []) {
      if (unit.status !== 'active' || exclude?.includes(unit.id)) continue
      if (kinds && !kinds.includes(unit.kind)) continue
      const group = groups.get(unit.kind) ?? []
      group.push({ value: unit.id, label: unit.name })
      groups.set(unit.kind, group)
    }
    return [...groups].map(([kind, items]) => ({
      group: names[kind],
      items: items.sort((a, b) => compareVietnamese(a.label, b.label)),
    }))
  }, [units.data, kinds, exclude, names])
}

type SelectProps = Omit<Parameters<typeof Select>[0], 'data'> & UnitChoices
type MultiProps = Omit<Parameters<typeof MultiSelect>[0], 'data'> & UnitChoices

export function UnitSelect({ kinds, exclude, ...props }: SelectProps) {
  return <Select searchable {...props} data={useUnitChoices({ kinds, exclude })} />
}

export function UnitMultiSelect({ kinds, exclude, ...props }: MultiProps) {
  return <MultiSelect {...props} data={useUnitChoices({ kinds, exclude })} />
}

type PlaceProps = Omit<Parameters<typeof Select>[0], 'data'> & { kind: 'neighborhood' | 'school' }

/** A neighborhood or a school, for whoever looks after children: only the ward's desk may read the list of units. */
export function PlaceSelect({ kind, ...props }: PlaceProps) {
  const places = useQuery(placesQuery)
  const data = useMemo(() => {
    const of = kind === 'school' ? places.data?.schools : places.data?.neighborhoods
    const choices = (of ?? []).map((place) => ({ value: place.id, label: place.name }))
    return choices.sort((a, b) => compareVietnamese(a.label, b.label))
  }, [places.data, kind])
  return <Select searchable {...props} data={data} />
}
