/** What a safety plan says, for filling it in and for putting two versions together. Pure. */
import type { SafetyItem, SafetyOfficer, SafetyPlan, SafetyRisk, SafetyTemplate, SafetyTopic } from '@/api/types'
import { same, type Difference } from '@/lib/merge'
import type { safetyTexts } from './texts'

export interface Content {
  items: SafetyItem[]
  risks: SafetyRisk[]
  officers: SafetyOfficer[]
  note: string
}

type Words = (typeof safetyTexts)['vi']

const keyOf = (item: Pick<SafetyItem, 'topic' | 'label'>) => `${item.topic}|${item.label}`

/** The template's points in its order with what was answered; points of the plan's own follow their topic. */
export function itemsOf(topics: SafetyTopic[], answered: SafetyItem[]): SafetyItem[] {
  const known = new Map(answered.map((item) => [keyOf(item), item]))
  const ofTemplate = topics.flatMap(({ topic, points }) => {
    const own = answered.filter((item) => item.topic === topic && !points.includes(item.label))
    const asked = points.map(
      (label): SafetyItem => known.get(`${topic}|${label}`) ?? { topic, label, answer: 'open', note: '', who: '' },
    )
    return [...asked, ...own]
  })
  const rest = answered.filter((item) => !topics.some(({ topic }) => topic === item.topic))
  return [...ofTemplate, ...rest]
}

/** What the form begins with: the plan, or what the template suggests. */
export function contentOf(template: SafetyTemplate, plan: SafetyPlan | null): Content {
  const fresh = plan === null || plan.drafted_at === null
  return {
    items: itemsOf(template.topics, plan?.items ?? []),
    risks: fresh && (plan?.risks.length ?? 0) === 0 ? template.risks : plan!.risks,
    officers: plan?.officers ?? [],
    note: plan?.note ?? '',
  }
}

/** Nobody sends an officer or a danger without a name: an empty line was only opened. */
export const cleaned = (content: Content): Content => ({
  ...content,
  risks: content.risks.filter((risk) => risk.what.trim() || risk.measure.trim()),
  officers: content.officers.filter((one) => one.name.trim() || one.phone.trim() || one.duty.trim() || one.unit.trim()),
})

export const weight = (risk: Pick<SafetyRisk, 'likelihood' | 'harm'>) => risk.likelihood * risk.harm
export const levelOf = (score: number): SafetyPlan['level'] => (score >= 15 ? 'high' : score >= 6 ? 'medium' : 'low')

/** What keeps a plan from being approved beside its checklist. */
export const hasPhone = (plan: Pick<Content, 'officers'>) => plan.officers.some((one) => one.phone.trim() !== '')
export const unmet = (plan: Pick<Content, 'risks'>) =>
  plan.risks.filter((risk) => weight(risk) >= 15 && risk.measure.trim() === '')

type Flat = Map<string, unknown>

/** One entry for each point, and one for each of the other parts. */
function flat(content: Content): Flat {
  const points = content.items.map((item): [string, unknown] => [keyOf(item), item])
  return new Map<string, unknown>([
    ...points,
    ['risks', content.risks],
    ['officers', content.officers],
    ['note', content.note],
  ])
}

export const isSame = (one: Content, other: Content) => same(cleaned(one), cleaned(other))

/** What both have changed, and differently. */
export function differences(base: Content, mine: Content, theirs: Content, t: Words): Difference[] {
  const [before, own, other] = [flat(base), flat(mine), flat(theirs)]
  const shown = (value: unknown): string => {
    if (value === undefined) return ''
    if (typeof value === 'string') return value
    if (Array.isArray(value)) return value.map(line).join('; ')
    const item = value as SafetyItem
    return [t.answer[item.answer], item.who, item.note].filter(Boolean).join(' · ')
  }
  const line = (one: SafetyRisk | SafetyOfficer) =>
    'name' in one ? [one.name, one.phone].filter(Boolean).join(' ') : `${one.what} (${weight(one)})`
  const label = (key: string) => (t.part as Record<string, string>)[key] ?? key.slice(key.indexOf('|') + 1)
  return [...own.keys()]
    .filter((key) => {
      const [b, m, o] = [before.get(key), own.get(key), other.get(key)]
      return !same(m, b) && !same(o, b) && !same(m, o)
    })
    .map((key) => ({ field: key, label: label(key), mine: shown(own.get(key)), theirs: shown(other.get(key)) }))
}

/** Mine where I keep it or was alone in changing it, theirs elsewhere. */
export function merged(base: Content, mine: Content, theirs: Content, keepMine: Set<string>): Content {
  const [before, own, other] = [flat(base), flat(mine), flat(theirs)]
  const take = <T>(key: string): T => {
    const [b, m, o] = [before.get(key), own.get(key), other.get(key)]
    const isMine = o === undefined || (m !== undefined && !same(m, b) && (same(o, b) || keepMine.has(key)))
    return (isMine ? m : o) as T
  }
  const points = new Set([...theirs.items, ...mine.items].map(keyOf))
  return {
    items: [...points].map((key) => take<SafetyItem>(key)),
    risks: take('risks'),
    officers: take('officers'),
    note: take('note'),
  }
}
