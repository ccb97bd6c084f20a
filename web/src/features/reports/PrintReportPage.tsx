import '@/ui/printFonts.css'
import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { useParams } from 'react-router'
import type { Figure, Report } from '@/api/types'
import { formatRange } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { PrintFrame } from '@/ui/PrintFrame'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import paper from '@/ui/paper.module.css'
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
  return (
    <PrintFrame
      title={query.data?.title}
      back={{ to: `/bao-cao/${id}`, label: t.back }}
      print={t.go}
      more={<p className="second">{t.draft}</p>}
    >
      <QueryView query={query} skeleton={<PageSkeleton />}>
        {(report) => <Paper report={report} />}
      </QueryView>
    </PrintFrame>
  )
}

function Paper({ report }: { report: Report }) {
  const t = useTexts(reportTexts).print
  const ofUnit = report.unit !== null
  const { head } = report
  const [y = '', m = '', d = ''] = (head.issued_on ?? '').split('-')
  return (
    <article className={`${paper.sheet} ${styles.sheet}`} lang="vi">
      <header className={paper.head}>
        <div>
          {ofUnit ? null : <p className={paper.bold}>{t.head}</p>}
          <p className={`${ofUnit ? '' : paper.bold} ${paper.upper}`}>{report.ward_name}</p>
          {report.unit ? <p className={`${paper.bold} ${paper.upper}`}>{report.unit.name}</p> : null}
          {ofUnit ? null : <p>{t.number(head.number ? String(head.number) : t.blankNumber)}</p>}
        </div>
        <div>
          <p className={paper.bold}>{t.nation}</p>
          <p className={paper.bold}>{t.motto}</p>
          <p className={paper.italic}>{head.issued_on ? t.day(d, m, y) : t.blankDay}</p>
        </div>
      </header>
      <h1>{t.kind}</h1>
      <p className={`${paper.bold} ${paper.center}`}>{report.title}</p>
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
              <p className={`${paper.bold} ${paper.italic}`}>{t.recipients}</p>
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
            <p className={paper.bold}>{t.unitSign}</p>
          ) : (
            <>
              <p className={paper.bold}>{t.sign}</p>
              <p className={paper.bold}>{t.chair}</p>
            </>
          )}
          <p className={`${paper.bold} ${styles.name}`}>
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
      <h2 className={paper.center}>{t.appendix}</h2>
      <p className={`${paper.italic} ${paper.center}`}>{t.period(formatRange(report.period_from, report.period_to))}</p>
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
