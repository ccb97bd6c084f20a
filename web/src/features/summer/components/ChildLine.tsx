import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useRef, type KeyboardEvent } from 'react'
import type { HandoverChild, SummerRating } from '@/api/types'
import { formatDate } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { IconButton } from '@/ui/Button'
import { summerTexts } from '../texts'
import styles from './summer.module.css'

export const RATINGS: SummerRating[] = ['good', 'fair', 'average', 'weak']

interface ChildLineProps {
  child: HandoverChild
  rating: SummerRating | null
  onRate?: (rating: SummerRating) => void
  onEdit?: () => void
  onRemove?: () => void
}

/** `1` to `4` rate and go on to the next child, the arrows only go. */
export function ChildLine({ child, rating, onRate, onEdit, onRemove }: ChildLineProps) {
  const texts = useTexts(summerTexts)
  const t = texts.list
  const line = useRef<HTMLLIElement>(null)
  const go = (step: 'nextElementSibling' | 'previousElementSibling') => {
    const next = line.current?.[step]
    next?.querySelector<HTMLElement>('[data-rates] button')?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!onRate || event.ctrlKey || event.metaKey || event.altKey) return
    const chosen = RATINGS[Number(event.key) - 1]
    if (chosen) {
      event.preventDefault()
      onRate(chosen)
      go('nextElementSibling')
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      go(event.key === 'ArrowDown' ? 'nextElementSibling' : 'previousElementSibling')
    }
  }
  const said = [
    child.membership === 'none' ? null : t.memberships[child.membership],
    child.academic,
    child.conduct,
    child.talents,
    child.note,
  ].filter(Boolean)
  const mind = [child.medical_warning, child.can_swim === false ? t.noSwim : null].filter(Boolean)
  return (
    <li ref={line} className={styles.child}>
      <div>
        <strong>{child.full_name}</strong>
        <p className="second">
          <span className="num">
            {child.birth_year_only ? child.date_of_birth.slice(0, 4) : formatDate(child.date_of_birth)}
          </span>
          {child.grade ? ` · ${child.grade}` : ''}
          {child.guardian
            ? ` · ${t.call}: ${[child.guardian.full_name, child.guardian.phone].filter(Boolean).join(', ')}`
            : ''}
        </p>
        {mind.length > 0 ? <p className="today small">{mind.join(' · ')}</p> : null}
      </div>
      <div className="second">
        {said.length > 0 ? <p>{said.join(' · ')}</p> : null}
        {child.sessions_held > 0 ? (
          <p>
            {[
              t.cameOf(child.sessions_came, child.sessions_held),
              child.proposed_rating && !rating ? texts.rating.proposed(texts.rating[child.proposed_rating]) : null,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        ) : null}
        {child.commended ? <p>{t.commended}</p> : null}
        {child.remarks ? <p className="pre">{child.remarks}</p> : null}
      </div>
      <div className="row">
        {onRate ? (
          <div
            role="group"
            aria-label={texts.rating.of(child.full_name)}
            className={`${styles.rates} no-print`}
            data-rates
          >
            {RATINGS.map((one) => (
              <button
                key={one}
                type="button"
                className={styles.rate}
                aria-pressed={rating === one}
                onClick={() => onRate(one)}
                onKeyDown={onKeyDown}
              >
                {texts.rating[one]}
              </button>
            ))}
          </div>
        ) : rating ? (
          <strong>{texts.rating[rating]}</strong>
        ) : null}
        {onEdit ? (
          <span className="no-print">
            <IconButton label={t.editOf(child.full_name)} onClick={onEdit}>
              <IconPencil size={20} aria-hidden />
            </IconButton>
          </span>
        ) : null}
        {onRemove ? (
          <span className="no-print">
            <IconButton label={`${t.remove}: ${child.full_name}`} tone="danger" onClick={onRemove}>
              <IconTrash size={20} aria-hidden />
            </IconButton>
          </span>
        ) : null}
      </div>
    </li>
  )
}
