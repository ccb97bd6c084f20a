/** What the public form sends, and what it keeps in this tab until it is sent. */
import { api, on, take } from '@/api/client'
import { newId } from '@/lib/ids'
import { isProblem } from '@/lib/problem'
import { nfc } from '@/lib/text'
import { findNonce } from './proof'

export interface Report {
  narrative: string
  place: string
  child: string
  age: string
  urgent: boolean
  name: string
  phone: string
  /** Hidden from people: only programs fill it. */
  website: string
}

export interface Draft {
  /** Made once for a form: however often it is sent, it is one concern with one code. */
  key: string
  report: Report
}

export const EMPTY: Report = {
  narrative: '',
  place: '',
  child: '',
  age: '',
  urgent: false,
  name: '',
  phone: '',
  website: '',
}

const KEPT = 'bup.bao-tin'

export const isBlank = (report: Report): boolean => JSON.stringify(report) === JSON.stringify(EMPTY)
export const newDraft = (): Draft => ({ key: newId(), report: EMPTY })

/** In the tab's own storage: gone with the tab, and wiped as soon as it is sent. */
export function readDraft(): Draft | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null') as Draft | null
    return kept?.key ? { key: kept.key, report: { ...EMPTY, ...kept.report } } : null
  } catch {
    return null
  }
}

export function keepDraft(draft: Draft): void {
  try {
    if (isBlank(draft.report)) sessionStorage.removeItem(KEPT)
    else sessionStorage.setItem(KEPT, JSON.stringify(draft))
  } catch {
    // A browser that refuses storage keeps it on the page alone.
  }
}

export function dropDraft(): void {
  try {
    sessionStorage.removeItem(KEPT)
  } catch {
    // Nothing was kept.
  }
}

export const ageIsRight = (age: string): boolean => age.trim() === '' || /^(\d|1[0-7])$/.test(age.trim())

function bodyOf(report: Report, ward: string | null) {
  const told = { name: nfc(report.name), phone: nfc(report.phone), address: '', note: '' }
  return {
    narrative: nfc(report.narrative),
    place: nfc(report.place),
    child: {
      full_name: nfc(report.child),
      estimated_age: report.age.trim() ? Number(report.age) : null,
      date_of_birth: null,
      sex: null,
      address: '',
    },
    urgent: report.urgent,
    website: report.website,
    ...(ward ? { ward } : {}),
    ...(told.name || told.phone ? { reporter: told } : {}),
  }
}

/** The code to ask with. A busy server's task is solved on the way. */
export async function sendReport({ key, report }: Draft, ward: string | null, onProof: () => void): Promise<string> {
  let proof: { challenge: string; nonce: number } | undefined
  for (let tries = 0; ; tries += 1) {
    try {
      const body = { ...bodyOf(report, ward), proof }
      return (await take(api.POST('/api/v1/public/concerns', { ...on(null, key), body }))).code
    } catch (error) {
      if (!isProblem(error, 429) || error.code !== 'proof_required' || tries === 3) throw error
      onProof()
      const { challenge, bits } = error.proof ?? (await take(api.GET('/api/v1/public/concerns/challenge')))
      proof = { challenge, nonce: await findNonce(challenge, bits) }
    }
  }
}
