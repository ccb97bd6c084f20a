import { Link } from 'react-router'
import type { Handover } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { usePhone } from '@/ui/DataTable'
import { matrixOf } from '../board'
import { summerTexts } from '../texts'
import { HandoverLines } from './HandoverLines'
import { HandoverTag } from './HandoverTag'
import styles from './summer.module.css'

/** The whole ward at a glance on the desk and on paper; a list on the phone. */
export function HandoverMatrix({ handovers }: { handovers: Handover[] }) {
  const t = useTexts(summerTexts)
  const phone = usePhone()
  if (phone) return <HandoverLines handovers={handovers} />
  const { schools, rows, children } = matrixOf(handovers)
  return (
    <div className={styles.scroll}>
      <table className={styles.matrix}>
        <caption className="sr-only">{t.board.matrix}</caption>
        <thead>
          <tr>
            <th scope="col">{t.neighborhood}</th>
            {schools.map((school) => (
              <th key={school.id} scope="col">
                {school.name}
              </th>
            ))}
            <th scope="col">{t.board.total}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ neighborhood, cells, children: sum }) => (
            <tr key={neighborhood.id}>
              <th scope="row">{neighborhood.name}</th>
              {cells.map((cell, at) => (
                <td key={schools[at]!.id}>
                  {cell.map((one) => (
                    <div key={one.id} className={styles.cell}>
                      <Link to={`/sinh-hoat-he/ban-giao/${one.id}`} className="num">
                        {t.children(one.children_count)}
                      </Link>
                      <HandoverTag status={one.status} />
                      {one.differences_count > 0 ? (
                        <span className="today small">{t.differencesCount(one.differences_count)}</span>
                      ) : null}
                    </div>
                  ))}
                </td>
              ))}
              <td className="num">{sum}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.board.total}</th>
            {schools.map((school) => (
              <td key={school.id} className="num">
                {handovers
                  .filter((one) => one.school_id === school.id)
                  .reduce((sum, one) => sum + one.children_count, 0)}
              </td>
            ))}
            <td className="num">{children}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
