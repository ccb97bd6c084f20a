import type { CaseEntry } from '@/api/types'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { PersonName } from '@/ui/PersonName'
import { fileTexts } from './texts'
import styles from './file.module.css'

/** What happened, newest first. */
export function TimelineTab({ entries }: { entries: CaseEntry[] }) {
  const t = useTexts(fileTexts).timeline
  if (entries.length === 0) {
    return (
      <Card>
        <EmptyState>{t.empty}</EmptyState>
      </Card>
    )
  }
  return (
    <Card flush>
      <ol className={styles.entries}>
        {entries.map((entry) => (
          <li key={entry.id} className={styles.entry}>
            <div className="grow">
              <p className={styles.title}>{entry.step ? t.step[entry.step] : t.kind[entry.kind]}</p>
              {entry.text ? <p className="pre">{entry.text}</p> : null}
              <p className="second">
                <span className="num">{formatInstant(entry.at)}</span> ·{' '}
                {entry.by ? <PersonName person={entry.by} /> : t.nobody}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}
