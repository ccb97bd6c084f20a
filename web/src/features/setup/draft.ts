/** What is being entered, and what becomes of it. Pure; no password is ever part of it. */
import type { Hotline, Role, UnitKind } from '@/api/types'
import { newId } from '@/lib/ids'
import { fold, nfc } from '@/lib/text'
import type { Setup } from './queries'

export type WardKind = 'ward' | 'commune' | 'zone'

export interface UnitRow {
  id: string
  kind: UnitKind
  /** One of the standard set, whose name follows the ward's as long as nobody types another. */
  standard: string | null
  name: string | null
  on: boolean
}

export interface PlaceRow {
  id: string
  name: string
}

export interface PersonRow {
  id: string
  full_name: string
  position: string
  /** The id of a unit or a neighborhood. */
  unit: string
  role: Role | null
  username: string
  phone: string
}

export interface SetupDraft {
  step: number
  ward: {
    kind: WardKind
    name: string
    province: string
    /** `null` follows what was entered above. */
    superior: string | null
    place: string | null
    address: string
    hotlines: Hotline[]
  }
  units: UnitRow[]
  places: PlaceRow[]
  admin: { full_name: string; position: string; username: string }
  people: PersonRow[]
}

/** The standard set: what most wards have, in the order of the list of units. */
export const STANDARD: [string, UnitKind, boolean][] = [
  ['leadership', 'leadership', true],
  ['social', 'social_policy', true],
  ['culture', 'culture', false],
  ['youth', 'youth_union', true],
  ['police', 'police', true],
  ['front', 'fatherland_front', true],
  ['women', 'fatherland_front', true],
  ['farmers', 'fatherland_front', false],
  ['veterans', 'fatherland_front', false],
  ['health', 'health_station', true],
  ['kindergarten', 'school', true],
  ['primary', 'school', true],
  ['secondary', 'school', true],
]

/** The role that people of such a unit mostly have. */
export const ROLES: Record<UnitKind, Role[]> = {
  leadership: ['leader'],
  social_policy: ['social_officer', 'culture_officer'],
  culture: ['culture_officer', 'social_officer'],
  youth_union: ['youth_union'],
  police: ['police'],
  fatherland_front: ['front', 'youth_union'],
  neighborhood: ['neighborhood'],
  school: ['school'],
  health_station: ['health'],
  superior: [],
}

const NAMES: Partial<Record<string, string>> = {
  leadership: 'lanhdao',
  social: 'chinhsach',
  culture: 'vanhoa',
  youth: 'doan',
  police: 'congan',
  front: 'mttq',
  women: 'phunu',
  farmers: 'nongdan',
  veterans: 'cuuchienbinh',
  health: 'yte',
  kindergarten: 'mamnon',
  primary: 'tieuhoc',
  secondary: 'thcs',
}

export function emptyDraft(): SetupDraft {
  return {
    step: 1,
    ward: { kind: 'ward', name: '', province: '', superior: null, place: null, address: '', hotlines: [] },
    units: STANDARD.map(([standard, kind, on]) => ({ id: standard, kind, standard, name: null, on })),
    places: [],
    admin: { full_name: '', position: '', username: 'quantri' },
    people: [],
  }
}

/** Words of the texts that names are made of. */
export interface Words {
  kinds: Record<WardKind, string>
  standard: (name: string, kind: string, of: string) => string
  committee: (province: string) => string
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

export function wardName({ ward }: SetupDraft, words: Words): string {
  const name = nfc(ward.name)
  return name ? `${words.kinds[ward.kind]} ${name}` : ''
}

export const superiorOf = ({ ward }: SetupDraft, words: Words): string =>
  ward.superior ?? (ward.province.trim() ? words.committee(lower(nfc(ward.province))) : '')

export const placeOf = ({ ward }: SetupDraft): string => ward.place ?? nfc(ward.name)

export function unitName(draft: SetupDraft, unit: UnitRow, words: Words): string {
  if (unit.name !== null || unit.standard === null) return unit.name ?? ''
  return words.standard(unit.standard, lower(words.kinds[draft.ward.kind]), nfc(draft.ward.name))
}

export interface Unit {
  id: string
  kind: UnitKind
  standard: string | null
  name: string
}

/** Everything that becomes a unit: what is ticked, then the neighborhoods. */
export function allUnits(draft: SetupDraft, words: Words): Unit[] {
  const ticked = draft.units.filter((unit) => unit.on)
  return [
    ...ticked.map((unit) => ({ ...unit, name: nfc(unitName(draft, unit, words)) })),
    ...draft.places.map((place) => ({
      ...place,
      name: nfc(place.name),
      kind: 'neighborhood' as const,
      standard: null,
    })),
  ]
}

/** A list from Excel or typed: one row a line, cells with tabs between. */
export function splitPasted(text: string): string[][] {
  const lines = text.split(/\r?\n/).map((line) => line.split('\t').map((cell) => nfc(cell).replace(/\s+/g, ' ')))
  return lines.filter((cells) => cells.some(Boolean))
}

/** Names that are not in the list yet. A column of numbers before the name is what Excel lists begin with. */
export function addPlaces(places: PlaceRow[], names: string[]): PlaceRow[] {
  const known = new Set(places.map((place) => fold(place.name)))
  const added: PlaceRow[] = []
  for (const name of names.map(nfc)) {
    if (!name || known.has(fold(name))) continue
    known.add(fold(name))
    added.push({ id: newId(), name })
  }
  return [...places, ...added]
}

export const nameOfLine = (cells: string[]): string => cells.find((cell) => cell && !/^\d+\.?$/.test(cell)) ?? ''

export function numbered(word: string, count: number): string[] {
  const most = Math.min(Math.max(Math.trunc(count) || 0, 0), 100)
  return Array.from({ length: most }, (_, at) => `${nfc(word)} ${at + 1}`)
}

/** `khupho1`; with a number behind it when somebody has it. */
export function proposeUsername(unit: Unit, taken: Iterable<string>): string {
  const letters = fold(unit.name).replace(/[^a-z0-9]/g, '')
  const base = ((unit.standard && NAMES[unit.standard]) || letters || 'taikhoan').slice(0, 28)
  const used = new Set(taken)
  let name = base.length < 3 ? base.padEnd(3, '0') : base
  for (let n = 2; used.has(name); n += 1) name = `${base}${n}`
  return name
}

const takenBy = (draft: SetupDraft) => [draft.admin.username, ...draft.people.map((person) => person.username)]

/** One more account, of that unit. */
export function personOf(draft: SetupDraft, unit: Unit | undefined, position = ''): PersonRow {
  const empty = { id: newId(), full_name: '', position, unit: '', role: null, username: '', phone: '' }
  if (!unit) return empty
  return {
    ...empty,
    unit: unit.id,
    role: ROLES[unit.kind][0] ?? null,
    username: proposeUsername(unit, takenBy(draft)),
  }
}

/** An account for each unit that has none yet. */
export function onePerUnit(draft: SetupDraft, units: Unit[], positionOf: (unit: Unit) => string): PersonRow[] {
  const people = [...draft.people]
  for (const unit of units) {
    if (people.some((person) => person.unit === unit.id)) continue
    people.push(personOf({ ...draft, people }, unit, positionOf(unit)))
  }
  return people
}

/** Rows "name, position, unit, telephone" from Excel; the names of units that do not exist come back beside them. */
export function pastePeople(
  draft: SetupDraft,
  units: Unit[],
  text: string,
): { people: PersonRow[]; unknown: string[] } {
  const people = [...draft.people]
  const unknown: string[] = []
  for (const line of splitPasted(text)) {
    if (line.some((cell) => /^ho (va )?ten/.test(fold(cell)))) continue
    const cells = /^\d+\.?$/.test(line[0] ?? '') ? line.slice(1) : line
    const [full_name = '', position = '', unitText = '', phone = ''] = cells
    if (!full_name) continue
    const unit = units.find((one) => fold(one.name) === fold(unitText))
    if (!unit && unitText) unknown.push(unitText)
    // A row that waits for its name is this person's.
    const waiting = unit && people.findIndex((person) => person.unit === unit.id && !person.full_name.trim())
    if (waiting !== undefined && waiting >= 0) {
      const before = people[waiting]!
      people[waiting] = { ...before, full_name, position: position || before.position, phone }
    } else {
      people.push({ ...personOf({ ...draft, people }, unit, position), full_name, phone })
    }
  }
  return { people, unknown }
}

/** Rows without a name are proposals that nobody took up: they are not sent. */
export const namedPeople = (draft: SetupDraft) => draft.people.filter((person) => person.full_name.trim())

export function toSetup(draft: SetupDraft, words: Words, password: string): Setup {
  const units = allUnits(draft, words)
  const nameOf = (id: string) => units.find((unit) => unit.id === id)?.name ?? ''
  return {
    ward: {
      name: wardName(draft, words),
      place: nfc(placeOf(draft)),
      superior: nfc(superiorOf(draft, words)),
      address: nfc(draft.ward.address),
      hotlines: draft.ward.hotlines.map(({ label, phone, hours }) => ({
        label: nfc(label),
        phone,
        hours: nfc(hours ?? ''),
      })),
    },
    units: units.map(({ kind, name }) => ({ kind, name })),
    admin: {
      username: draft.admin.username.trim().toLowerCase(),
      full_name: nfc(draft.admin.full_name),
      position: nfc(draft.admin.position),
      password,
    },
    accounts: namedPeople(draft).map((person) => ({
      username: person.username.trim().toLowerCase(),
      full_name: nfc(person.full_name),
      position: nfc(person.position),
      role: person.role ?? 'front',
      unit: nameOf(person.unit),
      phone: person.phone.trim() || null,
    })),
  }
}

/** 0 weak, 1 will do, 2 strong. The server decides; this only guides. */
export function strengthOf(password: string): 0 | 1 | 2 {
  const different = new Set(password.toLowerCase()).size
  if (password.length < 12 || different < 6) return 0
  const sorts = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((sort) => sort.test(password)).length
  return password.length >= 18 || (password.length >= 14 && sorts >= 3) ? 2 : 1
}
