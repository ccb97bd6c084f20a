import type { CommunicationChoices } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { communicationFormTexts } from '../formTexts'
import styles from './communications.module.css'

interface WordsPickerProps {
  plan: CommunicationChoices['plan']
  onInsert: (words: string) => void
}

/** The plan's theme, slogans and hotlines, each put into the text with one tap. */
export function WordsPicker({ plan, onInsert }: WordsPickerProps) {
  const t = useTexts(communicationFormTexts)
  if (!plan) return <p className="second">{t.noPlan}</p>
  const groups: [string, string[]][] = [
    [t.theme, plan.theme ? [plan.theme] : []],
    [t.slogans, plan.slogans],
    [t.hotlines, plan.hotlines.map(t.hotline)],
  ]
  return (
    <details className={styles.fold}>
      <summary>{t.words}</summary>
      <div className="stack">
        <p className="second">{t.wordsHint}</p>
        {groups.map(([title, words]) =>
          words.length > 0 ? (
            <section key={title} className="stack-2">
              <h3>{title}</h3>
              <ul className={styles.words}>
                {words.map((one) => (
                  <li key={one}>
                    <button
                      type="button"
                      className={styles.word}
                      aria-label={t.insert(one)}
                      // The cursor stays in the text.
                      onMouseDown={(event) => event.preventDefault()}
                      onClick={() => onInsert(one)}
                    >
                      {one}
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          ) : null,
        )}
      </div>
    </details>
  )
}
