import { useState } from 'react'
import type { CaseBlock } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Textarea } from '@/ui/inputs'
import { formTexts } from './texts'
import styles from './form.module.css'
import { itemOf, put, type Content } from './merge'
import { idOf, LEVELS, totals } from './model'

interface BlockProps {
  block: CaseBlock
  content: Content
  onChange: (content: Content, path: string) => void
  error: (path: string) => string | undefined
}

/** A block of items, each with what its levels mean; the totals stay in sight while one judges. */
export function ItemBlock({ block, content, onChange, error }: BlockProps) {
  const t = useTexts(formTexts)
  const count = totals(block, content)
  return (
    <Card title={block.title}>
      <p className={styles.totals} role="status">
        {t.totals(count.high, count.medium, count.low)}
        {count.left > 0 ? <span className="muted"> · {t.unjudgedCount(count.left)}</span> : null}
      </p>
      {block.items.map((item, index) => (
        <Item key={item.code} {...{ item, index, content, onChange, error }} />
      ))}
    </Card>
  )
}

type ItemProps = Omit<BlockProps, 'block'> & { item: CaseBlock['items'][number]; index: number }

function Item({ item, index, content, onChange, error }: ItemProps) {
  const t = useTexts(formTexts)
  const path = `items.${item.code}`
  const judged = itemOf(content, item.code)
  const wrong = error(path)
  const [noting, setNoting] = useState(false)
  return (
    <fieldset className={styles.item} data-wrong={wrong ? true : undefined}>
      <legend>
        {index + 1}. {item.label}
      </legend>
      <div className="stack-2">
        <div className={styles.levels}>
          {LEVELS.map((level, at) => (
            <label key={level} className={styles.level}>
              <input
                type="radio"
                id={at === 0 ? idOf(path) : undefined}
                name={path}
                checked={judged.level === level}
                aria-describedby={wrong ? `${idOf(path)}-loi` : undefined}
                onChange={() => onChange(put(content, path, level), path)}
              />
              <strong>{t.level[level]}</strong>
              <span className="second">{item[level]}</span>
            </label>
          ))}
        </div>
        {wrong ? (
          <p id={`${idOf(path)}-loi`} className={styles.wrong}>
            {wrong}
          </p>
        ) : null}
        {judged.note || noting ? (
          <Textarea
            id={idOf(`${path}.note`)}
            aria-label={t.noteFor(item.label)}
            placeholder={t.note}
            autosize
            minRows={2}
            maxLength={2000}
            value={judged.note}
            autoFocus={noting && !judged.note}
            onChange={(event) => onChange(put(content, `${path}.note`, event.currentTarget.value), `${path}.note`)}
          />
        ) : (
          <div className="no-print">
            <Button
              variant="subtle"
              size="sm"
              aria-label={t.addNoteFor(item.label)}
              onClick={() => setNoting(true)}
              px={8}
            >
              {t.addNote}
            </Button>
          </div>
        )}
      </div>
    </fieldset>
  )
}
