import { useTexts } from '@/lib/i18n'
import { lineDiff, paragraphs } from '../lines'
import { reportTexts } from '../texts'
import styles from './reports.module.css'

/** The text of a section as the paper has it: paragraphs, and a list where lines begin with a dash. */
export function Prose({ text }: { text: string }) {
  const t = useTexts(reportTexts)
  const parts = paragraphs(text)
  if (parts.length === 0) return <p className="muted">{t.one.noText}</p>
  return (
    <div className={styles.prose}>
      {parts.map((part, at) =>
        part.kind === 'list' ? (
          <ul key={at}>
            {part.lines.map((line, row) => (
              <li key={row}>{line}</li>
            ))}
          </ul>
        ) : (
          <p key={at}>{part.lines[0]}</p>
        ),
      )}
    </div>
  )
}

/** Line by line what goes and what comes: a sign and a word, not colour alone. */
export function DiffLines({ before, after }: { before: string; after: string }) {
  const t = useTexts(reportTexts).section
  const lines = lineDiff(before, after)
  if (lines.length === 0) return <p className="muted">{t.empty}</p>
  const word = { gone: t.gone, new: t.fresh, same: t.same }
  const sign = { gone: '−', new: '+', same: '' }
  return (
    <ul className={styles.diff}>
      {lines.map((line, at) => (
        <li key={at} data-kind={line.kind}>
          <span aria-hidden className={styles.sign}>
            {sign[line.kind]}
          </span>
          <span className="sr-only">{word[line.kind]}: </span>
          <span className={styles.line}>{line.text || ' '}</span>
        </li>
      ))}
    </ul>
  )
}
