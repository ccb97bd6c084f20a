import { useEffect, useState } from 'react'
import type { Report, ReportSection } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { usePhone } from '@/ui/DataTable'
import { useProblemText } from '@/ui/ErrorState'
import { Textarea } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { StatusTag } from '@/ui/StatusTag'
import { toast } from '@/ui/toast'
import { missingLines, withLine } from '../lines'
import { reportTexts } from '../texts'
import type { Writing } from '../useWriting'
import { Fold } from './Fold'
import { DiffLines, Prose } from './Prose'
import styles from './reports.module.css'

export type Edits = Record<string, string>

interface SectionsProps {
  sections: ReportSection[]
  /** Only for whoever may write. */
  writing?: Writing
  edits?: Edits
  onEdits?: (change: (edits: Edits) => Edits) => void
}

export const nameOf = (section: Pick<ReportSection, 'number' | 'title'>) => `${section.number}. ${section.title}`
const bodyOf = (key: string) => (report: Report) => report.sections.find((one) => one.key === key)?.body ?? ''

/** The text of the report. Whoever may write changes it in place, section by section. */
export function Sections({ sections, writing, edits = {}, onEdits }: SectionsProps) {
  const t = useTexts(reportTexts).one
  return (
    <Card title={t.content}>
      <div id="noi-dung" className={`${styles.parts} ${styles.anchor}`} tabIndex={-1} data-quiet-focus>
        {sections.map((section) => {
          const nested = section.number.includes('.')
          const heading = nested ? (
            <h4 className={styles.heading}>{nameOf(section)}</h4>
          ) : (
            <h3 className={styles.heading}>{nameOf(section)}</h3>
          )
          const holds = sections.some((one) => one.number.startsWith(`${section.number}.`))
          if (holds) return <div key={section.key}>{heading}</div>
          const edit = edits[section.key]
          return (
            <Fold
              key={section.key}
              id={`muc-${section.key}`}
              heading={heading}
              aside={writing ? <Aside section={section} edit={edit === undefined ? onEdits : undefined} /> : undefined}
              open={edit !== undefined}
            >
              {writing && onEdits && edit !== undefined ? (
                <Editor section={section} text={edit} writing={writing} onEdits={onEdits} />
              ) : (
                <Shown section={section} writing={writing} onEdits={onEdits} />
              )}
            </Fold>
          )
        })}
      </div>
    </Card>
  )
}

const differs = (section: ReportSection) =>
  section.edited && section.suggested !== null && section.suggested !== undefined && section.suggested !== section.body

/** On the desk the button stands beside the heading; on the phone the heading is a button itself. */
function Aside({ section, edit }: { section: ReportSection; edit?: SectionsProps['onEdits'] }) {
  const t = useTexts(reportTexts).section
  const phone = usePhone()
  return (
    <span className="row no-print">
      {section.edited ? (
        <StatusTag tone="plain" icon="pencil">
          {differs(section) ? t.differs : t.edited}
        </StatusTag>
      ) : null}
      {edit && !phone ? <EditButton section={section} onEdits={edit} /> : null}
    </span>
  )
}

function EditButton({ section, onEdits }: { section: ReportSection; onEdits: NonNullable<SectionsProps['onEdits']> }) {
  const t = useTexts(reportTexts).section
  return (
    <Button
      size="sm"
      variant="default"
      aria-label={t.edit(nameOf(section))}
      onClick={() => onEdits((edits) => ({ ...edits, [section.key]: section.body }))}
    >
      {t.editShort}
    </Button>
  )
}

interface OneProps {
  section: ReportSection
  writing?: Writing
  onEdits?: SectionsProps['onEdits']
}

function Shown({ section, writing, onEdits }: OneProps) {
  const t = useTexts(reportTexts).section
  const phone = usePhone()
  const [comparing, setComparing] = useState(false)
  return (
    <div className="stack-2">
      <Prose text={section.body} />
      {writing && onEdits && (phone || differs(section)) ? (
        <div className="row no-print">
          {phone ? <EditButton section={section} onEdits={onEdits} /> : null}
          {differs(section) ? (
            <Button size="sm" variant="subtle" onClick={() => setComparing(true)}>
              {t.back}
              <span className="sr-only"> {nameOf(section)}</span>
            </Button>
          ) : null}
        </div>
      ) : null}
      {comparing && writing ? (
        <Suggestion section={section} writing={writing} onClose={() => setComparing(false)} />
      ) : null}
    </div>
  )
}

/** What the numbers say now, beside what was written. */
function Suggestion({ section, writing, onClose }: { section: ReportSection; writing: Writing; onClose: () => void }) {
  const t = useTexts(reportTexts).section
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const use = async () => {
    setBusy(true)
    try {
      const done = await writing.save({
        label: nameOf(section),
        body: { sections: [{ key: section.key, body: null }] },
        base: section.body,
        mine: section.suggested ?? '',
        of: bodyOf(section.key),
        done: t.backDone,
      })
      if (done) onClose()
    } catch (error) {
      toast.error(problemText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal opened onClose={onClose} title={t.backTitle(nameOf(section))}>
      <div className="stack">
        <p>{t.backBody}</p>
        <DiffLines before={section.body} after={section.suggested ?? ''} />
        <div className="row">
          <Button loading={busy} onClick={() => void use()}>
            {t.backGo}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t.cancel}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

interface EditorProps extends Required<OneProps> {
  text: string
}

function Editor({ section, text, writing, onEdits }: EditorProps) {
  const t = useTexts(reportTexts).section
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  // What the writing began with: somebody may save the same section meanwhile.
  const [base] = useState(section.body)
  useEffect(() => {
    // Above the bar of actions, which lies over the end of the screen.
    document.getElementById(`muc-${section.key}`)?.scrollIntoView({ block: 'nearest' })
  }, [section.key])
  const set = (next: string) => onEdits((edits) => ({ ...edits, [section.key]: next }))
  const close = () =>
    onEdits((edits) => Object.fromEntries(Object.entries(edits).filter(([key]) => key !== section.key)))
  const save = async () => {
    if (text === base) return close()
    setBusy(true)
    try {
      const done = await writing.save({
        label: nameOf(section),
        body: { sections: [{ key: section.key, body: text }] },
        base,
        mine: text,
        of: bodyOf(section.key),
        done: t.saved,
      })
      if (done) close()
    } catch (error) {
      toast.error(problemText(error))
    } finally {
      setBusy(false)
    }
  }
  const lines = missingLines(text, section.suggested ?? '')
  return (
    <div className="stack-2">
      <Textarea
        aria-label={t.text(nameOf(section))}
        description={t.hint}
        value={text}
        onChange={(event) => set(event.currentTarget.value)}
        autosize
        minRows={4}
        maxLength={20_000}
        data-autofocus
        autoFocus
      />
      {lines.length > 0 ? (
        <details className={styles.insert}>
          <summary>{t.insert}</summary>
          <ul className={styles.words}>
            {lines.map((line) => (
              <li key={line}>
                <button type="button" aria-label={t.insertOne(line)} onClick={() => set(withLine(text, line))}>
                  {line}
                </button>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <div className="row">
        <Button loading={busy} onClick={() => void save()}>
          {t.save}
        </Button>
        <Button variant="default" onClick={close}>
          {t.cancel}
        </Button>
      </div>
    </div>
  )
}
