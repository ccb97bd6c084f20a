import '@/ui/printFonts.css'
import { useQuery } from '@tanstack/react-query'
import { IconPrinter } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useParams } from 'react-router'
import type { Plan } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button, LinkButton } from '@/ui/Button'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import styles from './components/PrintPlan.module.css'
import { planQuery } from './queries'
import { planTexts } from './texts'

/** The layout of Decree 30/2020 for a plan; the official .docx comes from the server, this is for lists and drafts. */
export default function PrintPlanPage() {
  const { id = '' } = useParams()
  const t = useTexts(planTexts).print
  const query = useQuery(planQuery(id))
  const title = query.data?.title
  useEffect(() => {
    if (title) document.title = `${title} · Búp Trên Cành`
  }, [title])
  return (
    <>
      <div className="row no-print">
        <LinkButton to={`/ke-hoach/${id}`} variant="default">
          {t.back}
        </LinkButton>
        <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          {t.go}
        </Button>
      </div>
      <QueryView query={query} skeleton={<PageSkeleton />}>
        {(plan) => <Sheet plan={plan} />}
      </QueryView>
    </>
  )
}

function Sheet({ plan }: { plan: Plan }) {
  const t = useTexts(planTexts).print
  const [y = '', m = '', d = ''] = (plan.issued_on ?? '').split('-')
  const ward = (plan.issuer ?? '').replace(/^(UBND|Ủy ban nhân dân)\s*/i, '')
  const place = ward.replace(/^(phường|xã|thị trấn)\s+/i, '')
  return (
    <article className={styles.sheet} lang="vi">
      <header className={styles.head}>
        <div>
          <p className={styles.bold}>{t.head1}</p>
          <p className={`${styles.bold} ${styles.upper} ${styles.ruled}`}>{ward}</p>
          <p>{plan.number ? t.number(plan.number) : t.noNumber}</p>
        </div>
        <div className={styles.right}>
          <p className={styles.bold}>{t.nation}</p>
          <p className={`${styles.bold} ${styles.ruled}`}>{t.motto}</p>
          <p className={styles.italic}>
            {place ? `${place}, ` : ''}
            {t.date(d || '…', m || '…', y || String(plan.year))}
          </p>
        </div>
      </header>
      <div className={styles.name}>
        <h1>{t.kind}</h1>
        <p className={styles.bold}>{plan.title}</p>
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
          <p className={`${styles.bold} ${styles.italic}`}>{t.recipients}</p>
          {plan.recipients.map((one, index) => (
            <p key={one}>
              - {one.replace(/^[-–]\s*/, '').replace(/[;.]\s*$/, '')}
              {index === plan.recipients.length - 1 ? '.' : ';'}
            </p>
          ))}
        </div>
        {plan.signed_by ? (
          <div className={styles.signature}>
            {/^phó chủ tịch/i.test(plan.signed_by.position) ? <p className={styles.bold}>{t.forChair}</p> : null}
            <p className={`${styles.bold} ${styles.upper}`}>{plan.signed_by.position}</p>
            <p className={`${styles.bold} ${styles.signer}`}>{plan.signed_by.name}</p>
          </div>
        ) : null}
      </footer>
    </article>
  )
}
