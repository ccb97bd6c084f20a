import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { HandoverChild, HandoverDetail, SummerRating } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { ChildFinder } from '@/ui/ChildFinder'
import { matches } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { EmptyState } from '@/ui/EmptyState'
import { useProblemText } from '@/ui/ErrorState'
import { Sheet } from '@/ui/Modal'
import { SearchField } from '@/ui/SearchField'
import { toast } from '@/ui/toast'
import { useAct } from '@/ui/useAct'
import { addChildren, handoverQuery, patchChild, removeChild, SUMMER_TOUCHES } from '../queries'
import { summerTexts } from '../texts'
import { ChildDialog } from './ChildDialog'
import { ChildLine } from './ChildLine'
import styles from './summer.module.css'

export function ChildrenCard({ handover }: { handover: HandoverDetail }) {
  const texts = useTexts(summerTexts)
  const t = texts.list
  const queries = useQueryClient()
  const problemText = useProblemText()
  const { act } = useAct(SUMMER_TOUCHES)
  const [q, setQ] = useState('')
  const [edited, setEdited] = useState<HandoverChild | null>(null)
  const [adding, setAdding] = useState(false)
  const [rated, setRated] = useState<Record<string, SummerRating>>({})
  // A child's ratings go one after the other: the second needs the version that the first has made.
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const may = (action: HandoverDetail['allowed_actions'][number]) => handover.allowed_actions.includes(action)
  const key = handoverQuery(handover.id).queryKey

  const rate = (child: HandoverChild, rating: SummerRating) => {
    setRated((old) => ({ ...old, [child.child_id]: rating }))
    const send = async () => {
      try {
        const now = queries.getQueryData(key)?.children.find((one) => one.child_id === child.child_id) ?? child
        const saved = await patchChild(handover.id, now, { rating })
        queries.setQueryData(
          key,
          (old) =>
            old && { ...old, children: old.children.map((one) => (one.child_id === saved.child_id ? saved : one)) },
        )
      } catch (error) {
        toast.error(problemText(error))
        setRated((old) => Object.fromEntries(Object.entries(old).filter(([id]) => id !== child.child_id)))
        void queries.invalidateQueries({ queryKey: key })
      }
    }
    line.current = line.current.then(send)
  }
  const proposed = handover.children.filter((child) => child.proposed_rating && !child.rating && !rated[child.child_id])
  const takeProposed = async () => {
    const answer = await ask({
      title: texts.rating.takeTitle(proposed.length),
      body: texts.rating.takeBody,
      confirm: texts.rating.take,
    })
    if (!answer.yes) return
    for (const child of proposed) rate(child, child.proposed_rating!)
    void line.current.then(() => toast.ok(texts.rating.taken))
  }
  const remove = async (child: HandoverChild) => {
    const answer = await ask({
      title: t.removeTitle(child.full_name),
      body: t.removeBody,
      confirm: t.remove,
      danger: true,
    })
    if (answer.yes) await act('remove', () => removeChild(handover, child.child_id), t.removed)
  }
  const shown = q ? handover.children.filter((child) => matches(child.full_name, q)) : handover.children
  const add = may('edit_children') ? (
    <Button className="no-print" size="sm" variant="light" onClick={() => setAdding(true)}>
      {t.add}
    </Button>
  ) : null
  return (
    <Card title={t.title(handover.children.length)} aside={add} flush>
      <div className={`${styles.bar} no-print`}>
        <SearchField label={t.search} value={q} onSearch={setQ} delay={120} />
        {may('rate') && proposed.length > 0 ? (
          <Button size="sm" variant="default" onClick={() => void takeProposed()}>
            {texts.rating.takeProposed(proposed.length)}
          </Button>
        ) : null}
        {may('rate') ? <p className={`${styles.keys} small muted`}>{texts.rating.hint}</p> : null}
      </div>
      {shown.length === 0 ? (
        <EmptyState>{q ? t.noMatch : t.empty}</EmptyState>
      ) : (
        <ol className={styles.list}>
          {shown.map((child) => (
            <ChildLine
              key={child.child_id}
              child={child}
              rating={rated[child.child_id] ?? child.rating ?? null}
              onRate={may('rate') ? (rating) => rate(child, rating) : undefined}
              onEdit={may('rate') || may('edit_children') ? () => setEdited(child) : undefined}
              onRemove={may('edit_children') ? () => void remove(child) : undefined}
            />
          ))}
        </ol>
      )}
      {edited ? (
        <ChildDialog
          handover={handover.id}
          child={edited}
          side={may('rate') ? 'locality' : 'school'}
          onClose={() => setEdited(null)}
        />
      ) : null}
      {adding ? (
        <Sheet opened onClose={() => setAdding(false)} title={t.addTitle}>
          <ChildFinder
            where={{ school_id: handover.school_id }}
            action={(child) =>
              handover.children.some((one) => one.child_id === child.id) ? (
                <span className="second">{t.added}</span>
              ) : (
                <Button
                  size="sm"
                  variant="light"
                  onClick={() => void act('add', (id) => addChildren(handover, id, [child.id]), t.added)}
                >
                  {t.addOne}
                </Button>
              )
            }
          />
        </Sheet>
      ) : null}
    </Card>
  )
}
