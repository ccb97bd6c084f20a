import type { Child } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { fieldTexts } from '../fieldTexts'
import { birthOf } from '../format'
import { PAIRED } from '../merge'
import { childTexts } from '../texts'
import { useShownValue } from '../useShownValue'
import styles from './child.module.css'

export type PairMember = (typeof PAIRED)[number]
/** A row, or what somebody is typing. */
export type Side = Partial<Pick<Child, PairMember | 'birth_year_only' | 'birth_year'>>

interface PairTableProps {
  caption: string
  heads: [string, string]
  sides: [Side, Side]
}

/** Two rows side by side; what differs is marked by a word and a ground, what both leave empty is left out. */
export function PairTable({ caption, heads, sides }: PairTableProps) {
  const texts = useTexts(childTexts)
  const t = texts.same
  const { none } = useTexts(fieldTexts)
  const { label, show } = useShownValue()
  const text = (side: Side, member: PairMember): string => {
    if (member === 'date_of_birth' && side.date_of_birth) return birthOf(side as Child)
    if (member === 'sex' && side.sex === 'unknown') return ''
    return show(member, side[member])
  }
  const plain = (value: string) => value.toLocaleLowerCase('vi').replace(/\s+/g, ' ')
  return (
    <table className={styles.pair}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">{texts.history.what}</span>
          </th>
          {heads.map((head, index) => (
            <th key={index} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {PAIRED.map((member) => {
          const values = sides.map((side) => text(side, member)) as [string, string]
          if (!values[0] && !values[1]) return null
          const differs = Boolean(values[0] && values[1]) && plain(values[0]) !== plain(values[1])
          return (
            <tr key={member} data-differs={differs || undefined}>
              <th scope="row">
                {label(member)}
                {differs ? <span className={styles.differs}>{`≠ ${t.differs}`}</span> : null}
              </th>
              {values.map((value, index) => (
                <td key={index}>{value || <span className="muted">{none}</span>}</td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
