import type { UnitKind, UnitRef } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { words } from '@/lib/words'
import { Button } from '@/ui/Button'
import { MultiSelect } from '@/ui/Select'
import { communicationFormTexts } from '../formTexts'
import type { House } from './ItemFields'

/** Who carries it out: one tap takes all neighborhoods. */
export function UnitsField({ house, units }: { house: House; units: UnitRef[] }) {
  const t = useTexts(communicationFormTexts)
  const kinds = useTexts(words).kind
  const chosen = house.values.unit_ids
  const set = (ids: string[]) => house.form.setFieldValue('unit_ids', [...ids].sort())
  const add = (kind: UnitKind) => {
    const all = units.filter((unit) => unit.kind === kind).map((unit) => unit.id)
    set([...new Set([...chosen, ...all])])
  }
  const groups = [...new Set(units.map((unit) => unit.kind))].map((kind) => ({
    group: kinds[kind],
    items: units.filter((unit) => unit.kind === kind).map((unit) => ({ value: unit.id, label: unit.name })),
  }))
  return (
    <div className="stack-2">
      <MultiSelect
        label={t.units}
        description={t.unitsHint}
        clearable
        data={groups}
        {...house.field('unit_ids')}
        onChange={set}
      />
      <div className="row">
        <Button variant="light" onClick={() => add('neighborhood')}>
          {t.allNeighborhoods}
        </Button>
        <Button variant="light" onClick={() => add('school')}>
          {t.allSchools}
        </Button>
        {chosen.length > 0 ? (
          <Button variant="subtle" onClick={() => set([])}>
            {t.noUnits}
          </Button>
        ) : null}
      </div>
    </div>
  )
}
