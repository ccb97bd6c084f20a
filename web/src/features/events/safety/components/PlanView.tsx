import { IconPhone } from '@tabler/icons-react'
import type { SafetyItem, SafetyPlan, SafetyTemplate } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Card } from '@/ui/Card'
import { StatusTag, type Tone } from '@/ui/StatusTag'
import { levelOf, weight } from '../content'
import { safetyTexts } from '../texts'
import { LevelTag } from './SafetyTag'
import styles from './safety.module.css'

const looks: Record<SafetyItem['answer'], { tone: Tone; icon: Parameters<typeof StatusTag>[0]['icon'] }> = {
  open: { tone: 'plain', icon: 'circle' },
  ready: { tone: 'green', icon: 'check' },
  missing: { tone: 'red', icon: 'alert' },
  not_needed: { tone: 'plain', icon: 'ban' },
}

/** A plan to be read. */
export function PlanView({ plan, template }: { plan: SafetyPlan; template: SafetyTemplate }) {
  const t = useTexts(safetyTexts)
  return (
    <>
      <Officers plan={plan} />
      {template.topics.map(({ topic, name }) => {
        const items = plan.items.filter((item) => item.topic === topic)
        if (items.length === 0) return null
        return (
          <Card key={topic} title={name}>
            <ul className={styles.points}>
              {items.map((item) => (
                <li key={item.label} className={styles.read}>
                  <div className="grow">
                    <p>{item.label}</p>
                    {item.who || item.note ? (
                      <p className="second pre">{[item.who, item.note].filter(Boolean).join(' – ')}</p>
                    ) : null}
                  </div>
                  <StatusTag {...looks[item.answer]}>{t.answer[item.answer]}</StatusTag>
                </li>
              ))}
            </ul>
          </Card>
        )
      })}
      <Card title={t.form.risks} aside={<LevelTag level={plan.level} score={plan.score} />}>
        {plan.risks.length === 0 ? <p className="muted">{t.form.noRisks}</p> : null}
        <ul className={styles.points}>
          {plan.risks.map((risk) => (
            <li key={risk.what} className={styles.read}>
              <div className="grow">
                <p>{risk.what}</p>
                <p className="second pre">{risk.measure}</p>
              </div>
              <LevelTag level={levelOf(weight(risk))} score={weight(risk)} />
            </li>
          ))}
        </ul>
      </Card>
      {plan.note ? (
        <Card title={t.form.command}>
          <p className="pre">{plan.note}</p>
        </Card>
      ) : null}
    </>
  )
}

function Officers({ plan }: { plan: SafetyPlan }) {
  const t = useTexts(safetyTexts).form
  return (
    <Card title={t.officers}>
      {plan.officers.length === 0 ? <p className="muted">{t.nobody}</p> : null}
      <ul className={styles.points}>
        {plan.officers.map((one) => (
          <li key={`${one.name}${one.phone}`} className={styles.read}>
            <div className="grow">
              <p>
                <strong>{one.name}</strong>
              </p>
              <p className="second">{[one.duty, one.unit].filter(Boolean).join(' · ')}</p>
            </div>
            {one.phone ? (
              <a href={`tel:${one.phone}`} className={styles.call}>
                <IconPhone size={20} aria-hidden /> {one.phone}
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
