import { useTexts } from '@/lib/i18n'
import type { Difference } from '@/lib/merge'
import { Button } from './Button'
import { Radio } from './Radio'
import { Modal } from './Modal'
import { useState } from 'react'
import styles from './StaleCompare.module.css'
import { staleTexts } from './staleTexts'

interface StaleCompareProps {
  differences: Difference[]
  onCancel: () => void
  /** The fields whose own version the person keeps. */
  onResolve: (keepMine: Set<string>) => void
}

/** Somebody saved in between: both versions side by side, field by field. Nothing is lost, nothing is overwritten unseen. */
export function StaleCompare({ differences, onCancel, onResolve }: StaleCompareProps) {
  const t = useTexts(staleTexts)
  const [mine, setMine] = useState(() => new Set(differences.map((d) => d.field)))
  const choose = (field: string, own: boolean) => {
    const next = new Set(mine)
    if (own) next.add(field)
    else next.delete(field)
    setMine(next)
  }
  return (
    <Modal opened onClose={onCancel} title={t.title} size="xl">
      <div className="stack">
        <p>{differences.length > 0 ? t.body : t.same}</p>
        {differences.map((d) => (
          <fieldset key={d.field} className={styles.field}>
            <legend>{d.label}</legend>
            <div className="cols-2">
              <Radio
                name={d.field}
                checked={mine.has(d.field)}
                onChange={() => choose(d.field, true)}
                label={t.mine}
                description={d.mine || t.empty}
              />
              <Radio
                name={d.field}
                checked={!mine.has(d.field)}
                onChange={() => choose(d.field, false)}
                label={t.theirs}
                description={d.theirs || t.empty}
              />
            </div>
          </fieldset>
        ))}
        <div className="row">
          <Button onClick={() => onResolve(mine)}>{t.save}</Button>
          <Button variant="default" onClick={onCancel}>
            {t.back}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
