import { Link } from 'react-router'
import type { Handover } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { compareVietnamese } from '@/lib/text'
import { summerTexts } from '../texts'
import { HandoverTag } from './HandoverTag'
import styles from './summer.module.css'

/** One line a list: to a school the neighborhood says which, to a neighborhood the school. */
export function HandoverLines({ handovers }: { handovers: Handover[] }) {
  const t = useTexts(summerTexts)
  const { me } = useSession()
  const name = (one: Handover) => {
    const names = [
      me.user.role === 'neighborhood' ? null : one.neighborhood?.name,
      me.user.role === 'school' ? null : one.school?.name,
    ]
    return names.filter(Boolean).join(' · ')
  }
  const sorted = [...handovers].sort((a, b) => compareVietnamese(name(a), name(b)))
  return (
    <ul className={styles.list}>
      {sorted.map((one) => (
        <li key={one.id}>
          <Link to={`/sinh-hoat-he/ban-giao/${one.id}`} className={styles.line}>
            <span>
              <strong>{name(one)}</strong>
              <br />
              <span className="second">
                {[
                  t.children(one.children_count),
                  t.girls(one.girls_count),
                  one.rated_count > 0 ? t.rated(one.rated_count, one.children_count) : null,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {one.differences_count > 0 ? (
                <>
                  {' '}
                  <span className="today">{t.differencesCount(one.differences_count)}</span>
                </>
              ) : null}
            </span>
            <HandoverTag status={one.status} />
          </Link>
        </li>
      ))}
    </ul>
  )
}
