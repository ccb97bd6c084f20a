import '@/ui/printFonts.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { Plan } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { isDeputyChair, placeOfWard, wardOfOffice } from '@/lib/text'
import { PrintFrame } from '@/ui/PrintFrame'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import paper from '@/ui/paper.module.css'
import styles from './components/PrintPlan.module.css'
import { planQuery } from './queries'
import { planTexts } from './texts'

/** The layout of Decree 30/2020 for a plan; the official .docx comes from the server, this is for lists and drafts. */
export default function PrintPlanPage() {
  const { id = '' } = useParams()
  const t = useTexts(planTexts).print
  const query = useQuery(planQuery(id))
  return (
    <PrintFrame title={query.data?.title} back={{ to: `/ke-hoach/${id}`, label: t.back }} print={t.go}>
      <QueryView query={query} skeleton={<PageSkeleton />}>
        {(plan) => <Sheet plan={plan} />}
      </QueryView>
    </PrintFrame>
  )
}

function Sheet({ plan }: { plan: Plan }) {
  const t = useTexts(planTexts).print
  const [y = '', m = '', d = ''] = (plan.issued_on ?? '').split('-')
  const ward = wardOfOffice(plan.issuer ?? '')
  const place = placeOfWard(ward)
  return (
    <article className={`${paper.sheet} ${styles.sheet}`} lang="vi">
      <header className={paper.head}>
        <div>
          <p className={paper.bold}>{t.head1}</p>
          <p className={`${paper.bold} ${paper.upper} ${paper.ruled}`}>{ward}</p>
          <p>{plan.number ? t.number(plan.number) : t.noNumber}</p>
        </div>
        <div>
          <p className={paper.bold}>{t.nation}</p>
          <p className={`${paper.bold} ${paper.ruled}`}>{t.motto}</p>
          <p className={paper.italic}>
            {place ? `${place}, ` : ''}
            {t.date(d || '…', m || '…', y || String(plan.year))}
          </p>
        </div>
      </header>
      <div className={styles.name}>
        <h1>{t.kind}</h1>
        <p className={paper.bold}>{plan.title}</p>
      </div>
      {plan.sections
        .toSorted((a, b) => a.position - b.position)
        .map((section) => {
          const depth = section.path.split('.').length
          const mark = depth >= 3 ? `${section.number})` : `${section.number}.`
          return (
            <section key={section.id}>
              <p className={depth === 1 ? styles.h1 : depth === 2 ? styles.h2 : styles.h3}>
                {mark} {section.title}
              </p>
              {section.body
                .split(/\n+/)
                .filter((line) => line.trim())
                .map((line, index) => (
                  // Paragraphs of a stored text: their order is their identity.
                  <p key={index} className={styles.p}>
                    {line}
                  </p>
                ))}
            </section>
          )
        })}
      <footer className={styles.foot}>
        <div className={styles.recipients}>
          <p className={`${paper.bold} ${paper.italic}`}>{t.recipients}</p>
          {plan.recipients.map((one, index) => (
            <p key={one}>
              - {one.replace(/^[-–]\s*/, '').replace(/[;.]\s*$/, '')}
              {index === plan.recipients.length - 1 ? '.' : ';'}
            </p>
          ))}
        </div>
        {plan.signed_by ? (
          <div className={styles.signature}>
            {isDeputyChair(plan.signed_by.position) ? <p className={paper.bold}>{t.forChair}</p> : null}
            <p className={`${paper.bold} ${paper.upper}`}>{plan.signed_by.position}</p>
            <p className={`${paper.bold} ${styles.signer}`}>{plan.signed_by.name}</p>
          </div>
        ) : null}
      </footer>
    </article>
  )
}
