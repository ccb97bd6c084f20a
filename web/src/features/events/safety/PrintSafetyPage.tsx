import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { SafetyPlan, SafetyTemplate } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { EmptyState } from '@/ui/EmptyState'
import { PrintFrame } from '@/ui/PrintFrame'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import styles from './components/PrintSafety.module.css'
import { formatHours } from './format'
import { safetyQuery } from './queries'
import { safetyTexts } from './texts'

/** What the officers on the spot carry: numbers to call first, then what to check. */
export default function PrintSafetyPage() {
  const { id = '' } = useParams()
  const t = useTexts(safetyTexts)
  const query = useQuery(safetyQuery(id))
  return (
    <PrintFrame
      title={query.data?.template.event.title}
      back={{ to: `/lich/${id}/an-toan`, label: t.print.back }}
      print={t.print.go}
    >
      <QueryView query={query} skeleton={<PageSkeleton />}>
        {({ plan, template }) =>
          plan ? <Sheet plan={plan} template={template} /> : <EmptyState title={t.state.none} />
        }
      </QueryView>
    </PrintFrame>
  )
}

function Sheet({ plan, template }: { plan: SafetyPlan; template: SafetyTemplate }) {
  const texts = useTexts(safetyTexts)
  const t = texts.print
  const { event } = plan
  const evacuation = plan.items.filter((item) => item.topic === 'evacuation' && item.answer !== 'not_needed')
  return (
    <article className={styles.sheet}>
      {plan.holds ? null : <p className={styles.draft}>{t.draft}</p>}
      <p className={styles.kind}>{t.heading}</p>
      <h1>{event.title}</h1>
      <dl className={styles.facts}>
        <dt>{texts.facts.when}</dt>
        <dd>
          <strong>{formatHours(event.starts_at, event.ends_at)}</strong>
          {event.sessions > 1 ? ` (${texts.facts.sessions(event.sessions)})` : ''}
        </dd>
        <dt>{texts.facts.place}</dt>
        <dd>
          <strong>{event.place}</strong>
        </dd>
        <dt>{t.people}</dt>
        <dd>
          {texts.desk.people(event.expected_children, event.expected_adults)}.{' '}
          {texts.facts.careNeed(plan.care.adults_needed, plan.care.children_per_adult)}
        </dd>
        {event.lead_unit ? (
          <>
            <dt>{texts.facts.lead}</dt>
            <dd>{event.lead_unit.name}</dd>
          </>
        ) : null}
      </dl>
      <section>
        <h2>{t.emergency}</h2>
        <ul className={styles.numbers}>
          {t.numbers.map(([number, name]) => (
            <li key={number}>
              <strong>{number}</strong> {name}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t.officers}</h2>
        <table className={styles.officers}>
          <tbody>
            {plan.officers.map((one) => (
              <tr key={`${one.name}${one.phone}`}>
                <th scope="row">{one.name}</th>
                <td>{[one.duty, one.unit].filter(Boolean).join(' · ')}</td>
                <td className={styles.phone}>{one.phone}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section>
        <h2>{t.evacuation}</h2>
        {plan.note ? <p className="pre">{plan.note}</p> : null}
        <ul className={styles.list}>
          {evacuation.map((item) => (
            <li key={item.label}>{[item.label, item.who, item.note].filter(Boolean).join(' – ')}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t.checklist}</h2>
        <div className={styles.columns}>
          {template.topics
            .filter(({ topic }) => topic !== 'evacuation')
            .map(({ topic, name }) => {
              const items = plan.items.filter((item) => item.topic === topic && item.answer !== 'not_needed')
              return items.length === 0 ? null : (
                <div key={topic} className={styles.topic}>
                  <h3>{name}</h3>
                  <ul className={styles.boxes}>
                    {items.map((item) => (
                      <li key={item.label}>
                        {item.label}
                        {item.answer === 'missing' ? <strong> {t.missing}</strong> : null}
                        {item.who || item.note ? <em> {[item.who, item.note].filter(Boolean).join(' – ')}</em> : null}
                      </li>
                    ))}
                  </ul>
                </div>
              )
            })}
        </div>
      </section>
    </article>
  )
}
