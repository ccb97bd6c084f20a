import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { UnitRef } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button, IconButton } from '@/ui/Button'
import { TextInput } from '@/ui/inputs'
import { NumberInput } from '@/ui/NumberInput'
import { Select } from '@/ui/Select'
import { NEW_PLACE } from '../form'
import { communicationFormTexts } from '../formTexts'
import styles from './communications.module.css'
import type { House } from './ItemFields'

/** Where banners or posters hang, one box a place. */
export function PlacesField({ house, units }: { house: House; units: UnitRef[] }) {
  const t = useTexts(communicationFormTexts)
  const { places } = house.values
  const set = (next: typeof places) => house.form.setFieldValue('places', next)
  return (
    <section className="stack" aria-label={t.places}>
      <div>
        <h2>{t.places}</h2>
        <p className="second">{t.placesHint}</p>
      </div>
      {places.map((_, index) => (
        // A place has no name of its own while it is written: its number is its identity.
        <fieldset key={index} className={`${styles.place} stack-2`}>
          <legend className="sr-only">{t.onePlace(index + 1)}</legend>
          <div className={styles.placeHead}>
            <TextInput label={t.place} maxLength={300} {...house.part(`places.${index}.place`)} />
            <NumberInput
              label={t.count}
              min={1}
              max={1000}
              allowDecimal={false}
              {...house.part(`places.${index}.count`)}
            />
          </div>
          <Select
            label={t.placeUnit}
            placeholder={t.placeUnitLead}
            searchable
            clearable
            data={units.map((unit) => ({ value: unit.id, label: unit.name }))}
            {...house.part(`places.${index}.unit_id`)}
          />
          <div className="row-between">
            <details className={styles.fold}>
              <summary>{t.details}</summary>
              <div className="stack-2">
                <TextInput label={t.placeNote} maxLength={300} {...house.part(`places.${index}.note`)} />
                <div className="cols-2">
                  <NumberInput
                    label={t.latitude}
                    min={-90}
                    max={90}
                    decimalScale={6}
                    {...house.part(`places.${index}.latitude`)}
                  />
                  <NumberInput
                    label={t.longitude}
                    min={-180}
                    max={180}
                    decimalScale={6}
                    {...house.part(`places.${index}.longitude`)}
                  />
                </div>
              </div>
            </details>
            <IconButton
              label={t.removePlace(index + 1)}
              tone="danger"
              onClick={() => set(places.filter((__, at) => at !== index))}
            >
              <IconTrash size={20} aria-hidden />
            </IconButton>
          </div>
        </fieldset>
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => set([...places, NEW_PLACE])}
      >
        {t.addPlace}
      </Button>
    </section>
  )
}
