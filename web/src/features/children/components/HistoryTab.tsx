import { useQuery } from '@tanstack/react-query'
import type { Child, ChildHistoryEntry } from '@/api/types'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { QueryView } from '@/ui/QueryView'
import { historyQuery } from '../queries'
import { childTexts } from '../texts'
import { asSeen, changesOf, isDefault, isNew, useShownValue } from '../useShownValue'
import styles from './child.module.css'

interface Line {
  member: string
  old: string
  now: string
}

export function HistoryTab({ child }: { child: Child }) {
  const texts = useTexts(childTexts)
  const t = texts.history
  const query = useQuery(historyQuery(child.id))
  const { label, show } = useShownValue()
  const linesOf = (entry: ChildHistoryEntry): Line[] =>
    changesOf(entry)
      // A new row lists what was said, not everything that was left as it is.
      .filter(([, [, after]]) => !(isNew(entry) && isDefault(after)))
      .map(([member, [before, after]]) => ({
        member,
        old: show(member, asSeen(child.view, member, before)),
        now: show(member, asSeen(child.view, member, after)),
      }))
      .filter(({ old, now }) => old !== now)
  return (
    <Card flush>
      <QueryView query={query}>
        {(entries) => {
          const told = entries
            .map((entry) => ({ entry, lines: linesOf(entry) }))
            .filter(({ lines }) => lines.length > 0)
          return told.length === 0 ? (
            <EmptyState>{texts.one.noHistory}</EmptyState>
          ) : (
            <ol className={styles.entries}>
              {told.map(({ entry, lines }) => (
                <li key={entry.id} className={styles.entry}>
                  <div className="grow">
                    <p>
                      <strong className={styles.entryTitle}>{entry.by?.full_name ?? t.nobody}</strong>
                      <span className="second">
                        {' · '}
                        {isNew(entry) ? t.created : t.source[entry.source]} ·{' '}
                        <span className="num">{formatInstant(entry.at)}</span>
                      </span>
                    </p>
                    <dl className={styles.changes}>
                      {lines.map(({ member, old, now }) => (
                        <div key={member} className={styles.change}>
                          <dt>{label(member)}</dt>
                          <dd>
                            {old ? <del className={styles.old}>{old}</del> : null}
                            {old ? ' → ' : null}
                            {now || t.empty}
                          </dd>
                        </div>
                      ))}
                    </dl>
                  </div>
                </li>
              ))}
            </ol>
          )
        }}
      </QueryView>
    </Card>
  )
}
