import { IconPrinter } from '@tabler/icons-react'
import type { CaseFolder, CasePart } from '@/api/types'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { StatusTag } from '@/ui/StatusTag'
import { fileTexts } from './texts'
import { loadPaper } from '../queries'
import { COMPLETED_BY, FORM_KINDS, formPlace, PART_OF, type FormKind } from '../steps'
import styles from './file.module.css'
import { usePaper } from './usePaper'

type Paper = keyof (typeof fileTexts)['vi']['forms']['name']

/** The forms in the law's order, then the chairperson's papers. */
export function FormsTab({ folder }: { folder: CaseFolder }) {
  const t = useTexts(fileTexts).forms
  const { print, busy } = usePaper()
  const one = folder.case
  const sees = (part: CasePart) => one.parts.includes(part)
  // A plan is printed whole: for those who see the whole of it.
  const writer = one.allowed_actions.includes('assign')
  const prints = (kind: FormKind | 'decision') => (kind === 'support_plan' ? sees('log') : sees(PART_OF[kind]))
  const done = (kind: string) => folder.forms.find((form) => form.kind === kind && form.completed_at)
  const papers: Paper[] = []
  if (sees('decision') && done('decision')) papers.push('decision')
  if (sees('concern') && folder.measures.some((measure) => measure.kind === 'separation')) papers.push('separation')
  if (sees('review') && (one.closing || one.status === 'closed')) papers.push('closing')
  if (sees('log') && one.status === 'transferred') papers.push('transfer')
  const printButton = (paper: Paper) => (
    <Button
      variant="default"
      size="sm"
      aria-label={t.printName(t.name[paper])}
      leftSection={<IconPrinter size={18} aria-hidden />}
      loading={busy === paper}
      onClick={() => void print(paper, () => loadPaper(one.id, paper), `${one.code}-${paper}`)}
    >
      {t.print}
    </Button>
  )
  return (
    <div className="stack">
      <Card flush>
        <ul className={styles.entries}>
          {FORM_KINDS.filter((kind) => sees(PART_OF[kind])).map((kind) => {
            const newest = folder.forms.find((form) => form.kind === kind)
            const complete = done(kind)
            // The officer may write ahead of the step; completing waits for it.
            const may = one.allowed_actions.includes(COMPLETED_BY[kind]) || (writer && !complete)
            const writing = newest && !newest.completed_at
            return (
              <li key={kind} className={styles.entry}>
                <div className="grow">
                  <p className={styles.title}>{t.name[kind]}</p>
                  {complete ? (
                    <p className="second">
                      {t.done(complete.completed_by?.full_name ?? '', formatInstant(complete.completed_at))}
                    </p>
                  ) : null}
                  {writing ? <p className="second">{t.saved(formatInstant(newest.updated_at))}</p> : null}
                </div>
                <span className={`${styles.acts} no-print`}>
                  {writing ? (
                    <StatusTag tone="orange" icon="pencil">
                      {t.draft}
                    </StatusTag>
                  ) : complete ? null : (
                    <span className="muted">{t.none}</span>
                  )}
                  {newest || may ? (
                    <LinkButton to={formPlace(one.id, kind)} size="sm" variant={writing && may ? 'light' : 'default'}>
                      {may && (!complete || writing) ? t.write : t.read}
                    </LinkButton>
                  ) : null}
                  {complete && prints(kind) ? printButton(kind) : null}
                </span>
              </li>
            )
          })}
          {papers.map((paper) => (
            <li key={paper} className={styles.entry}>
              <p className={`${styles.title} grow`}>{t.name[paper]}</p>
              <span className={`${styles.acts} no-print`}>{printButton(paper)}</span>
            </li>
          ))}
        </ul>
      </Card>
      <p className="second">{t.printHint}</p>
    </div>
  )
}
