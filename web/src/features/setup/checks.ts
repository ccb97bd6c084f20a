/** What is wrong, by the id of the field; the server checks again. */
import { fold } from '@/lib/text'
import { allUnits, namedPeople, placeOf, ROLES, type SetupDraft, type Words } from './draft'

export interface Secrets {
  password: string
  again: string
}

export interface Wrong {
  [fieldId: string]: string
}

export interface WrongWords {
  name: string
  place: string
  phone: string
  label: string
  unit: string
  twice: string
  places: string
  person: string
  username: string
  usernameTaken: string
  choose: string
  role: string
  short: string
  differ: string
}

const PHONE = /^(0|\+84)[\d .-]{8,14}$/
const USERNAME = /^[a-z0-9._-]{3,32}$/

export function wrongIn(step: number, draft: SetupDraft, secrets: Secrets, words: Words, t: WrongWords): Wrong {
  const wrong: Wrong = {}
  const units = allUnits(draft, words)
  const twice = (id: string, name: string) =>
    units.some((unit) => unit.id !== id && fold(unit.name) === fold(name)) ? t.twice : undefined
  const note = (id: string, message: string | false | undefined) => {
    if (message) wrong[id] ??= message
  }
  if (step === 2) {
    note('ward.name', !draft.ward.name.trim() && t.name)
    note('ward.place', !placeOf(draft).trim() && t.place)
    for (const [at, line] of draft.ward.hotlines.entries()) {
      note(`hotline.${at}.label`, !line.label.trim() && t.label)
      note(`hotline.${at}.phone`, !PHONE.test(line.phone.trim()) && t.phone)
    }
  }
  if (step === 3) {
    for (const unit of units.filter((one) => one.kind !== 'neighborhood')) {
      note(`unit.${unit.id}`, unit.name ? twice(unit.id, unit.name) : t.unit)
    }
  }
  if (step === 4) {
    for (const place of draft.places) {
      note(`place.${place.id}`, place.name.trim() ? twice(place.id, place.name) : t.unit)
    }
  }
  if (step === 5) {
    note('admin.full_name', !draft.admin.full_name.trim() && t.person)
    note('admin.username', !USERNAME.test(draft.admin.username.trim()) && t.username)
    note('admin.password', secrets.password.length < 12 && t.short)
    note('admin.again', secrets.again !== secrets.password && t.differ)
    const taken = new Set([draft.admin.username.trim()])
    for (const person of namedPeople(draft)) {
      const unit = units.find((one) => one.id === person.unit)
      const username = person.username.trim()
      note(`person.${person.id}.unit`, !unit && t.choose)
      note(`person.${person.id}.role`, unit && !ROLES[unit.kind].includes(person.role!) && t.role)
      note(`person.${person.id}.username`, !USERNAME.test(username) && t.username)
      note(`person.${person.id}.username`, taken.has(username) && t.usernameTaken)
      note(`person.${person.id}.phone`, Boolean(person.phone.trim()) && !PHONE.test(person.phone.trim()) && t.phone)
      taken.add(username)
    }
  }
  return wrong
}

/** The step and the field of what the server refused: `setup.accounts[2].username`. */
export function whereIs(field: string, draft: SetupDraft, words: Words): { step: number; fieldId: string | null } {
  if (field === 'code') return { step: 1, fieldId: 'code' }
  const [, list, at, name] = /^setup\.(\w+)(?:\[(\d+)\])?\.?(.*)$/.exec(field) ?? []
  const index = Number(at ?? 0)
  if (list === 'ward') {
    const line = /^hotlines\[(\d+)\]\.(\w+)/.exec(name ?? '')
    return { step: 2, fieldId: line ? `hotline.${line[1]}.${line[2]}` : `ward.${name}` }
  }
  if (list === 'units') {
    const unit = allUnits(draft, words)[index]
    if (unit?.kind === 'neighborhood') return { step: 4, fieldId: `place.${unit.id}` }
    return { step: 3, fieldId: unit && at !== undefined ? `unit.${unit.id}` : null }
  }
  if (list === 'admin') return { step: 5, fieldId: `admin.${name}` }
  const person = namedPeople(draft)[index]
  return {
    step: list === 'accounts' ? 5 : 6,
    fieldId: person && at !== undefined ? `person.${person.id}.${name}` : null,
  }
}
