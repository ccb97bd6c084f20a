import '@/ui/printFonts.css'
import { useQuery } from '@tanstack/react-query'
import { IconPrinter } from '@tabler/icons-react'
import { Fragment, useEffect } from 'react'
import { useParams } from 'react-router'
import type { Figure, Report } from '@/api/types'
import { formatRange } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { Button, LinkButton } from '@/ui/Button'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import styles from './components/print.module.css'
import { byBlock } from './figures'
import { paragraphs } from './lines'
import { catalogueQuery, reportQuery } from './queries'
import { reportTexts } from './texts'

/** The report on paper, to read or to carry to a meeting; the paper that is signed comes from the server. */
export default function PrintReportPage() {
  const { id = '' } = useParams()
  const t = useTexts(reportTexts).print
  const query = useQuery(reportQuery(id))
  const title = query.data?.title
  useEffect(() => {
    if (title) document.title = `${title} · Búp Trên Cành`
  }, [title])
  return (
    <>
      <div className="row no-print" style={{ marginBottom: 16 }}>
        <LinkButton to={`/bao-cao/${id}`} variant="default">
          {t.back}
        </LinkButton>
        <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          {t.go}
        </Button>
        <p className="second">{t.draft}</p>
      </div>
      <QueryView query={query} skeleton={<PageSkeleton />}>
        {(report) => <Paper report={report} />}
      </QueryView>
    </>
  )
}

function Paper({ report }: { report: Report }) {
  const t = useTexts(reportTexts).print
  const ofUnit = report.unit !== null
  const { head } = report
  const [y = '', m = '', d = ''] = (head.issued_on ?? '').split('-')
  return (
    <article className={styles.sheet} lang="vi">
      <header className={styles.head}>
        <div>
          {ofUnit ? null : <p className={styles.bold}>{t.head}</p>}
          <p className={`${ofUnit ? '' : styles.bold} ${styles.upper}`}>{report.ward_name}</p>
          {report.unit ? <p className={`${styles.bold} ${styles.upper}`}>{report.unit.name}</p> : null}
          {ofUnit ? null : <p>{t.number(head.number ? String(head.number) : t.blankNumber)}</p>}
        </div>
        <div>
          <p className={styles.bold}>{t.nation}</p>
          <p className={styles.bold}>{t.motto}</p>
          <p className={styles.italic}>{head.issued_on ? t.day(d, m, y) : t.blankDay}</p>
        </div>
      </header>
      <h1>{t.kind}</h1>
      <p className={`${styles.bold} ${styles.center}`}>{report.title}</p>
      {head.addressee ? <p className={styles.to}>{t.to(head.addressee)}</p> : null}
      <div className={styles.text}>
        {report.sections.map((section) => {
          const Heading = section.number.includes('.') ? 'h3' : 'h2'
          return (
            <Fragment key={section.key}>
              <Heading>
                {section.number}. {section.title}
              </Heading>
              {paragraphs(section.body).map((part, at) =>
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
            </Fragment>
          )
        })}
      </div>
      <footer className={styles.foot}>
        <div className={styles.recipients}>
          {ofUnit ? null : (
            <>
              <p className={`${styles.bold} ${styles.italic}`}>{t.recipients}</p>
              <ul>
                {[...head.recipients, t.archive].map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </>
          )}
        </div>
        <div className={styles.signer}>
          {ofUnit ? (
            <p className={styles.bold}>{t.unitSign}</p>
          ) : (
            <>
              <p className={styles.bold}>{t.sign}</p>
              <p className={styles.bold}>{t.chair}</p>
            </>
          )}
          <p className={`${styles.bold} ${styles.name}`}>
            {(ofUnit ? report.submitted_by : report.approved_by)?.full_name}
          </p>
        </div>
      </footer>
      <Appendix report={report} />
    </article>
  )
}

function Appendix({ report }: { report: Report }) {
  const texts = useTexts(reportTexts)
  const t = texts.print
  const catalogue = useQuery(catalogueQuery)
  const shown = (value: number | null, hidden: boolean) =>
    hidden ? texts.number.hidden : value === null ? '' : formatNumber(value)
  const row = (figure: Figure, at: number) => (
    <tr key={figure.code}>
      <td>{at + 1}</td>
      <td>{figure.label}</td>
      <td>{figure.measure}</td>
      <td className={styles.figure}>{shown(figure.value, figure.hidden)}</td>
      <td className={styles.figure}>{shown(figure.previous, figure.previous_hidden)}</td>
    </tr>
  )
  return (
    <section className={styles.appendix}>
      <h2 className={styles.center}>{t.appendix}</h2>
      <p className={`${styles.italic} ${styles.center}`}>
        {t.period(formatRange(report.period_from, report.period_to))}
      </p>
      <div className={styles.scroll}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t.stt}</th>
              <th scope="col">{texts.number.label}</th>
              <th scope="col">{t.unit}</th>
              <th scope="col">{texts.number.year(report.year)}</th>
              <th scope="col">{texts.number.lastYear(report.year - 1)}</th>
            </tr>
          </thead>
          {byBlock(report.indicators, catalogue.data).map((block) => (
            <tbody key={block.code}>
              <tr>
                <th scope="rowgroup" colSpan={5}>
                  {block.title}
                </th>
              </tr>
              {block.figures.map(row)}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  )
}
