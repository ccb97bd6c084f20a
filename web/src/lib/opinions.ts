/** What is being written down of opinions, before it is sent. Pure. */
import type { NewSummerOpinion, SummerConsent, SummerMember, SummerOpinion } from '@/api/types'
import { nfc } from '@/lib/text'

export interface Said {
  parents: SummerConsent | null
  child: SummerConsent | null
  note: string
}
export type Draft = Record<string, Said>

export type Asked = Pick<SummerMember, 'child_id' | 'must_be_asked'> & {
  opinion?: Pick<SummerOpinion, 'parents' | 'child' | 'note'> | null
}

export const before = (member: Asked): Said => ({
  parents: member.opinion?.parents ?? null,
  child: member.opinion?.child ?? null,
  note: member.opinion?.note ?? '',
})
export const saidOf = (member: Asked, draft: Draft): Said => draft[member.child_id] ?? before(member)

/** Nothing is left of a word that was taken back. */
export function say(draft: Draft, member: Asked, more: Partial<Said>): Draft {
  const said = { ...saidOf(member, draft), ...more }
  const { [member.child_id]: _, ...rest } = draft
  const known = before(member)
  const same = said.parents === known.parents && said.child === known.child && said.note === known.note
  return same ? rest : { ...rest, [member.child_id]: said }
}

export type Standing = 'agree' | 'decline' | 'unasked' | 'half'

/** A child of seven or older is asked as well as its parents (Circular 27/2022, art. 3). */
export function standing(member: Asked, said: Said): Standing {
  if (!said.parents && !said.child) return 'unasked'
  if (!said.parents || (member.must_be_asked && !said.child)) return 'half'
  return said.parents === 'declines' || said.child === 'declines' ? 'decline' : 'agree'
}

export function tally(members: Asked[], draft: Draft): Record<Standing, number> {
  const sum = { agree: 0, decline: 0, unasked: 0, half: 0 }
  for (const member of members) sum[standing(member, saidOf(member, draft))] += 1
  return sum
}

/** Everybody of whom nothing was said yet agrees: a meeting of parents at which nobody objected. */
export function allAgree(members: Asked[], draft: Draft): Draft {
  const silent = members.filter((member) => standing(member, saidOf(member, draft)) === 'unasked')
  const agree = (old: Draft, member: Asked) =>
    say(old, member, { parents: 'agrees', child: member.must_be_asked ? 'agrees' : null })
  return silent.reduce(agree, draft)
}

/** What can be sent: changed, and whole. */
export function toSend(members: Asked[], draft: Draft, method: string): NewSummerOpinion[] {
  return members.flatMap((member) => {
    const said = draft[member.child_id]
    if (!said?.parents || standing(member, said) === 'half') return []
    return [{ child_id: member.child_id, parents: said.parents, child: said.child, method, note: nfc(said.note) }]
  })
}
