import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTexts } from '@/lib/i18n'
import { newId } from '@/lib/ids'
import { Button, IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Textarea, TextInput } from '@/ui/inputs'
import { NumberInput } from '@/ui/NumberInput'
import { Select } from '@/ui/Select'
import { addPlaces, nameOfLine, numbered, splitPasted } from '../draft'
import { setupTexts } from '../texts'
import type { StepProps } from '../useSetup'
import styles from './setup.module.css'

export function PlacesStep({ draft, change, wrong }: StepProps) {
  const texts = useTexts(setupTexts)
  const t = texts.places
  const [word, setWord] = useState(texts.placeWords[draft.ward.kind === 'commune' ? 2 : 0]!)
  const [count, setCount] = useState<number | string>('')
  const [pasted, setPasted] = useState('')
  const add = (names: string[]) => change({ places: addPlaces(draft.places, names) })
  return (
    <>
      <p>{t.body}</p>
      <div className="cols-2">
        <Card>
          <div className="stack">
            <div className="cols-2">
              <Select
                label={t.word}
                allowDeselect={false}
                data={texts.placeWords}
                value={word}
                onChange={(value) => value && setWord(value)}
              />
              <NumberInput
                label={t.count}
                min={1}
                max={100}
                allowDecimal={false}
                allowNegative={false}
                value={count}
                onChange={setCount}
              />
            </div>
            <div>
              <Button variant="light" disabled={!Number(count)} onClick={() => add(numbered(word, Number(count)))}>
                {t.make}
              </Button>
            </div>
          </div>
        </Card>
        <Card>
          <div className="stack">
            <Textarea
              label={t.paste}
              description={t.pasteHint}
              autosize
              minRows={4}
              maxRows={12}
              value={pasted}
              onChange={(event) => setPasted(event.currentTarget.value)}
            />
            <div>
              <Button
                variant="light"
                disabled={!pasted.trim()}
                onClick={() => {
                  add(splitPasted(pasted).map(nameOfLine))
                  setPasted('')
                }}
              >
                {t.take}
              </Button>
            </div>
          </div>
        </Card>
      </div>
      <Card title={t.listed(draft.places.length)}>
        <div className="stack">
          {draft.places.length === 0 ? <p className="second">{t.empty}</p> : null}
          <ol className={styles.places}>
            {draft.places.map((place, at) => (
              <li key={place.id} className={styles.line}>
                <span className={styles.number} aria-hidden>
                  {at + 1}.
                </span>
                <TextInput
                  id={`place.${place.id}`}
                  aria-label={t.name(at + 1)}
                  maxLength={150}
                  value={place.name}
                  error={wrong[`place.${place.id}`]}
                  onChange={(event) => {
                    const name = event.currentTarget.value
                    change({ places: draft.places.map((one) => (one.id === place.id ? { ...one, name } : one)) })
                  }}
                />
                <IconButton
                  label={t.drop(place.name || t.name(at + 1))}
                  tone="danger"
                  onClick={() => change({ places: draft.places.filter((one) => one.id !== place.id) })}
                >
                  <IconTrash size={20} aria-hidden />
                </IconButton>
              </li>
            ))}
          </ol>
          <div className="row">
            <Button
              variant="default"
              leftSection={<IconPlus size={20} aria-hidden />}
              onClick={() => change({ places: [...draft.places, { id: newId(), name: '' }] })}
            >
              {t.add}
            </Button>
            {draft.places.length > 1 ? (
              <Button variant="subtle" color="red" onClick={() => change({ places: [] })}>
                {t.clear}
              </Button>
            ) : null}
          </div>
        </div>
      </Card>
    </>
  )
}
