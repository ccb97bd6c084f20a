import { useQuery } from '@tanstack/react-query'
import { useTexts } from '@/lib/i18n'
import { QueryView } from '@/ui/QueryView'
import { fieldTexts } from '@/features/children/fieldTexts'
import { differencesOf } from '../compare'
import type { ImportRow } from '../preview'
import { childQuery } from '@/features/children/queries'
import { importTexts } from '../texts'
import { useUnitName } from '../useUnitName'
import styles from './rows.module.css'

/** What is written down about the child, and what would be after the import. */
export function RowCompare({ row, id }: { row: ImportRow; id: string }) {
  const t = useTexts(importTexts).rows
  const words = useTexts(fieldTexts)
  const unitName = useUnitName()
  const query = useQuery(childQuery(id))
  const members = words.field as Record<string, string>
  return (
    <QueryView query={query}>
      {(known) => (
        <div className={styles.compare}>
          <p>
            <strong>{known.full_name}</strong> <span className="second">{known.code}</span>
            {row.likeness ? <span className="second"> · {t.likeness[row.likeness]}</span> : null}
          </p>
          <dl>
            {differencesOf(row, known, words, unitName).map((one) => (
              <div key={one.member} data-changes={one.changes || undefined}>
                <dt>{members[one.member] ?? one.member}</dt>
                <dd>
                  <span className="small muted">{t.before}</span>
                  <span className="pre">{one.masked ? t.masked : one.before || t.nothing}</span>
                </dd>
                <dd>
                  <span className="small muted">{t.after}</span>
                  <span className="pre">{one.changes ? one.after || t.nothing : t.same}</span>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </QueryView>
  )
}
