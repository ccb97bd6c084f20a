import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { UnitKind } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { newId } from '@/lib/ids'
import { words as sharedWords } from '@/lib/words'
import { Button, IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Checkbox, TextInput } from '@/ui/inputs'
import { Select } from '@/ui/Select'
import { unitName, type UnitRow } from '../draft'
import { setupTexts } from '../texts'
import type { StepProps } from '../useSetup'
import styles from './setup.module.css'

const KINDS: UnitKind[] = [
  'school',
  'fatherland_front',
  'youth_union',
  'police',
  'health_station',
  'social_policy',
  'culture',
  'leadership',
]

export function UnitsStep({ draft, change, wrong }: StepProps) {
  const texts = useTexts(setupTexts)
  const kinds = useTexts(sharedWords).kind
  const t = texts.units
  const [kind, setKind] = useState<UnitKind>('school')
  const set = (id: string, fields: Partial<UnitRow>) =>
    change({ units: draft.units.map((unit) => (unit.id === id ? { ...unit, ...fields } : unit)) })
  const chosen = draft.units.filter((unit) => unit.on)
  return (
    <>
      <p>{t.body}</p>
      <Card title={t.count(chosen.length)}>
        <div className="stack-2">
          {draft.units.map((unit, at) => {
            const name = unitName(draft, unit, texts.words)
            const must = unit.standard === 'leadership'
            return (
              <div key={unit.id} className={`${styles.line} ${styles.top}`}>
                <label className={styles.tick} htmlFor={`use.${unit.id}`}>
                  <Checkbox
                    id={`use.${unit.id}`}
                    aria-label={t.use(name || t.name(at + 1))}
                    checked={unit.on}
                    disabled={must}
                    onChange={(event) => set(unit.id, { on: event.currentTarget.checked })}
                  />
                </label>
                <TextInput
                  id={`unit.${unit.id}`}
                  aria-label={t.name(at + 1)}
                  description={must ? `${kinds[unit.kind]}, ${t.must}` : kinds[unit.kind]}
                  inputWrapperOrder={['label', 'input', 'description', 'error']}
                  maxLength={150}
                  disabled={!unit.on}
                  value={name}
                  error={wrong[`unit.${unit.id}`]}
                  onChange={(event) => set(unit.id, { name: event.currentTarget.value })}
                />
                {unit.standard === null ? (
                  <IconButton
                    label={texts.places.drop(name || t.name(at + 1))}
                    tone="danger"
                    onClick={() => change({ units: draft.units.filter((one) => one.id !== unit.id) })}
                  >
                    <IconTrash size={20} aria-hidden />
                  </IconButton>
                ) : (
                  <span />
                )}
              </div>
            )
          })}
        </div>
      </Card>
      <div className="filters" style={{ alignItems: 'flex-end' }}>
        <Select
          label={t.addKind}
          allowDeselect={false}
          data={KINDS.map((one) => ({ value: one, label: kinds[one] }))}
          value={kind}
          onChange={(value) => value && setKind(value as UnitKind)}
        />
        <Button
          variant="default"
          leftSection={<IconPlus size={20} aria-hidden />}
          onClick={() => {
            const unit: UnitRow = { id: newId(), kind, standard: null, name: '', on: true }
            change({ units: [...draft.units, unit] })
            requestAnimationFrame(() => document.getElementById(`unit.${unit.id}`)?.focus())
          }}
        >
          {t.add}
        </Button>
      </div>
    </>
  )
}
