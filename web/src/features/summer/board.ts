/** What the summer's lists amount to. Pure. */
import type { Handover, HandoverStatus, UnitRef } from '@/api/types'
import { compareVietnamese } from '@/lib/text'

export const STATES: HandoverStatus[] = ['prepared', 'handed_over', 'received', 'returned']

export interface Matrix {
  schools: UnitRef[]
  rows: { neighborhood: UnitRef; cells: Handover[][]; children: number }[]
  children: number
}

/** Neighborhoods down, schools across; a cell may hold a second list of latecomers. */
export function matrixOf(handovers: Handover[]): Matrix {
  const schools = new Map<string, UnitRef>()
  const places = new Map<string, UnitRef>()
  for (const one of handovers) {
    if (one.school) schools.set(one.school_id, one.school)
    if (one.neighborhood) places.set(one.neighborhood_id, one.neighborhood)
  }
  const byName = (a: UnitRef, b: UnitRef) => compareVietnamese(a.name, b.name)
  const across = [...schools.values()].sort(byName)
  const count = (some: Handover[]) => some.reduce((sum, one) => sum + one.children_count, 0)
  return {
    schools: across,
    rows: [...places.values()].sort(byName).map((neighborhood) => {
      const own = handovers.filter((one) => one.neighborhood_id === neighborhood.id)
      const cells = across.map((school) => own.filter((one) => one.school_id === school.id))
      return { neighborhood, cells, children: count(own) }
    }),
    children: count(handovers),
  }
}

/** `Nguyễn Thị Hoa, Hiệu trưởng` a line. */
export function toPeople(text: string): { name: string; position: string }[] {
  return toLines(text).map((line) => {
    const [name = '', ...rest] = line.split(',')
    return { name: name.trim(), position: rest.join(',').trim() }
  })
}

export const fromPeople = (people: { name: string; position?: string }[]) =>
  people.map((one) => [one.name, one.position].filter(Boolean).join(', ')).join('\n')

/** `Lê Văn An, 0912345678, Chi đoàn 3` a line; the telephone is told by its digits. */
export function toLeaders(text: string): { name: string; phone: string | null; unit: string }[] {
  return toLines(text).map((line) => {
    const [name = '', ...rest] = line.split(',').map((part) => part.trim())
    const phone = rest.find((part) => /^[+\d][\d .-]{7,}$/.test(part)) ?? null
    return { name, phone: phone?.replace(/[ .-]/g, '') ?? null, unit: rest.filter((part) => part !== phone).join(', ') }
  })
}

export const fromLeaders = (leaders: { name: string; phone?: string | null; unit?: string }[]) =>
  leaders.map((one) => [one.name, one.phone, one.unit].filter(Boolean).join(', ')).join('\n')

export const toLines = (text: string) =>
  text
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
