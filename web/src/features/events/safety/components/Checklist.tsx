import { memo, useState } from 'react'
import type { SafetyItem, SafetyTopic } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Textarea, TextInput } from '@/ui/inputs'
import { StatusTag } from '@/ui/StatusTag'
import { safetyTexts } from '../texts'
import { AnswerButtons } from './AnswerButtons'
import styles from './safety.module.css'

interface Props {
  topics: SafetyTopic[]
  items: SafetyItem[]
  onChange: (at: number, item: SafetyItem) => void
}

/** One card a topic. */
export function Checklist({ topics, items, onChange }: Props) {
  const t = useTexts(safetyTexts)
  return (
    <>
      {topics.map(({ topic, name, required }) => {
        const own = items.map((item, at) => ({ item, at })).filter(({ item }) => item.topic === topic)
        const done = own.filter(({ item }) => item.answer !== 'open').length
        return (
          <Card
            key={topic}
            title={name}
            aside={
              <span className="row">
                {required ? (
                  <StatusTag tone="blue" icon="alert">
                    {t.required}
                  </StatusTag>
                ) : null}
                <span className="second num">{t.form.progress(done, own.length)}</span>
              </span>
            }
          >
            <ul className={styles.points}>
              {own.map(({ item, at }) => (
                <li key={item.label}>
                  <Point item={item} onChange={(next) => onChange(at, next)} />
                </li>
              ))}
            </ul>
          </Card>
        )
      })}
    </>
  )
}

interface PointProps {
  item: SafetyItem
  onChange: (item: SafetyItem) => void
}

/** One answer draws one point anew, not all of them: what changes a point reads the list as it is then. */
const Point = memo(PointFields, (before, now) => before.item === now.item)

function PointFields({ item, onChange }: PointProps) {
  const t = useTexts(safetyTexts).form
  const [open, setOpen] = useState(item.note !== '' || item.who !== '')
  return (
    <>
      <AnswerButtons item={item} onChange={(answer) => onChange({ ...item, answer })} />
      {open ? (
        <div className={`cols-2 ${styles.more}`}>
          <TextInput
            label={t.who}
            maxLength={300}
            value={item.who}
            onChange={(event) => onChange({ ...item, who: event.currentTarget.value })}
          />
          <Textarea
            label={t.note}
            autosize
            minRows={1}
            maxLength={2000}
            value={item.note}
            onChange={(event) => onChange({ ...item, note: event.currentTarget.value })}
          />
        </div>
      ) : (
        <Button
          variant="subtle"
          className={styles.open}
          aria-label={t.moreFor(item.label)}
          onClick={() => setOpen(true)}
        >
          {t.more}
        </Button>
      )}
    </>
  )
}
