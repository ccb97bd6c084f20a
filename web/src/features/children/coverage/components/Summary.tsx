import { IconCircleCheck } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useTexts } from '@/lib/i18n'
import { percentOf } from '../figures'
import { listBehind } from '../links'
import type { Coverage, ProgrammeCoverage } from '../queries'
import { coverageTexts } from '../texts'
import { Bar } from './Bar'
import styles from './coverage.module.css'

/** Each programme in one look: how far it has come, and the list of whom it has not reached. */
export function Summary({ coverage }: { coverage: Coverage }) {
  return (
    <ul className={styles.summary}>
      {coverage.programmes.map((one) => (
        <li key={one.programme}>
          <Programme one={one} year={coverage.year} />
        </li>
      ))}
    </ul>
  )
}

function Programme({ one, year }: { one: ProgrammeCoverage; year: number }) {
  const t = useTexts(coverageTexts)
  const words = t.programme[one.programme]
  return (
    <>
      <div className={styles.summaryHead}>
        <h2>{words.name}</h2>
        {one.entitled > 0 ? <strong className={styles.percent}>{t.percent(percentOf(one))}</strong> : null}
      </div>
      <p className="small muted">
        {words.who}: {words.reached}
      </p>
      {one.entitled === 0 ? (
        <p className="muted">{t.nobody}</p>
      ) : (
        <>
          <Bar count={one} scale={one.entitled} />
          <p className="second">{t.reachedWords(one.reached, one.entitled)}</p>
          {one.not_reached > 0 ? (
            <Link className={styles.leftLink} to={listBehind({ programme: one.programme, year, reached: false })}>
              {t.left(one.not_reached)}
            </Link>
          ) : (
            <p className={`done ${styles.all}`}>
              <IconCircleCheck size={18} aria-hidden /> {t.allReached}
            </p>
          )}
        </>
      )}
    </>
  )
}
