import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { TextInput } from '@/ui/inputs'
import { Select } from '@/ui/Select'
import type { useHouseForm } from '@/ui/useHouseForm'
import { emptyGuardian, type ChildValues } from '../childForm'
import { fieldTexts } from '../fieldTexts'
import { childTexts } from '../texts'
import styles from './child.module.css'

const MOST = 6

/** Parents and whoever cares for the child; the order is the order in which one calls them. */
export function GuardianFields({ house }: { house: ReturnType<typeof useHouseForm<ChildValues>> }) {
  const t = useTexts(childTexts).form
  const { relation } = useTexts(fieldTexts)
  const { form, part, values } = house
  const box = useRef<HTMLDivElement>(null)
  // After a row came or went, the keyboard is where the eye is.
  const focus = (index: number) =>
    setTimeout(() => box.current?.querySelectorAll<HTMLElement>('fieldset')[index]?.focus(), 0)
  return (
    <div ref={box} className="stack">
      {values.guardians.length > 1 ? <p className="second">{t.first}</p> : null}
      {values.guardians.map((_, index) => (
        <fieldset key={index} className={styles.guardian} tabIndex={-1} data-quiet-focus>
          <legend>{t.guardian(index + 1)}</legend>
          <div className="stack">
            <div className="cols-2">
              <TextInput
                label={t.guardianName}
                maxLength={100}
                autoComplete="off"
                {...part(`guardians.${index}.full_name`)}
              />
              <Select
                label={t.relation}
                allowDeselect={false}
                data={Object.entries(relation).map(([value, label]) => ({ value, label }))}
                {...part(`guardians.${index}.relation`)}
              />
              <TextInput
                label={t.phone}
                type="tel"
                maxLength={20}
                autoComplete="off"
                {...part(`guardians.${index}.phone`)}
              />
              <TextInput
                label={t.occupation}
                maxLength={100}
                autoComplete="off"
                {...part(`guardians.${index}.occupation`)}
              />
            </div>
            <div className="row">
              {index > 0 ? (
                <Button
                  variant="subtle"
                  size="sm"
                  leftSection={<IconArrowUp size={18} aria-hidden />}
                  aria-label={t.up(index + 1)}
                  onClick={() => {
                    form.reorderListItem('guardians', { from: index, to: index - 1 })
                    focus(index - 1)
                  }}
                >
                  {t.upShort}
                </Button>
              ) : null}
              <Button
                variant="subtle"
                size="sm"
                color="red"
                leftSection={<IconTrash size={18} aria-hidden />}
                aria-label={t.removeGuardian(index + 1)}
                onClick={() => {
                  form.removeListItem('guardians', index)
                  focus(Math.max(0, index - 1))
                }}
              >
                {t.removeShort}
              </Button>
            </div>
          </div>
        </fieldset>
      ))}
      {values.guardians.length < MOST ? (
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => {
              form.insertListItem('guardians', {
                ...emptyGuardian,
                relation: values.guardians.length ? 'father' : 'mother',
              })
              focus(values.guardians.length)
            }}
          >
            {t.addGuardian}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
