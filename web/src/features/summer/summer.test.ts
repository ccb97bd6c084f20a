import { describe, expect, it } from 'vitest'
import type { AttendanceMark, Handover, Roster, RosterLine } from '@/api/types'
import { counted, everybody, found, overlaid, toggled } from './attendance'
import { fromLeaders, fromPeople, matrixOf, toLeaders, toPeople } from './board'
import { forDevice } from './queries'

const line = (child_id: string, over: Partial<RosterLine> = {}): RosterLine => ({
  child_id,
  full_name: `Nguyễn Văn ${child_id}`,
  birth_year: 2016,
  medical_warning: 'Hen',
  note: 'Sốt',
  phone: '0912345678',
  can_swim: false,
  walk_in: false,
  opinion_note: '',
  conflicts: [],
  ...over,
})
const roster = (...items: RosterLine[]) => ({ items }) as unknown as Roster
const waiting = (marks: AttendanceMark[]) => new Map(marks.map((mark) => [mark.child_id, mark]))

describe('attendance', () => {
  it('lays over the roster what waits, unless another phone was later', () => {
    const at = '2026-06-03T01:00:00Z'
    const later = '2026-06-03T01:00:00.500Z'
    const lines = overlaid(
      roster(
        line('An', { state: 'present', marked_at: at }),
        line('Bình', { state: 'late', marked_at: later }),
        line('Chi'),
      ),
      waiting([
        { child_id: 'An', state: 'absent', marked_at: later },
        { child_id: 'Bình', state: 'absent', marked_at: at },
      ]),
    )
    expect(lines.map((one) => [one.state ?? null, one.waiting])).toEqual([
      ['absent', true],
      ['late', true],
      [null, false],
    ])
    expect(counted(lines)).toEqual({ all: 3, here: 1, away: 1, left: 1, waiting: 2 })
  })

  it('says there or not there with one tap', () => {
    expect([null, 'absent', 'excused', 'present', 'late'].map((state) => toggled(state as never))).toEqual([
      'present',
      'present',
      'present',
      'absent',
      'absent',
    ])
  })

  it('marks as present only those of whom nothing was said, and nobody on leave', () => {
    const lines = overlaid(
      roster(line('An'), line('Bình', { state: 'absent' }), line('Chi', { default_state: 'excused' })),
      new Map(),
    )
    expect(everybody(lines)).toEqual([
      { child_id: 'An', state: 'present' },
      { child_id: 'Chi', state: 'excused' },
    ])
    expect(found(lines, 'binh')).toHaveLength(1)
  })

  it('keeps neither telephone nor health on the device', () => {
    const text = JSON.stringify(forDevice(roster(line('An', { leave_reason: 'Mổ' }))))
    for (const word of ['0912345678', 'Hen', 'Sốt', 'Mổ', 'can_swim']) expect(text).not.toContain(word)
    expect(text).toContain('Nguyễn Văn An')
  })
})

describe('the board', () => {
  it('puts neighborhoods down and schools across, 2 before 10', () => {
    const unit = (id: string, name: string) => ({ id, name }) as Handover['school'] & object
    const one = (school: string, place: string, children_count: number) =>
      ({
        school_id: school,
        school: unit(school, school),
        neighborhood_id: place,
        neighborhood: unit(place, place),
        children_count,
      }) as unknown as Handover
    const matrix = matrixOf([one('B', 'Khu phố 10', 3), one('A', 'Khu phố 2', 4), one('A', 'Khu phố 10', 5)])
    expect(matrix.schools.map((school) => school.name)).toEqual(['A', 'B'])
    expect(matrix.rows.map((row) => [row.neighborhood.name, row.children])).toEqual([
      ['Khu phố 2', 4],
      ['Khu phố 10', 8],
    ])
    expect(matrix.children).toBe(12)
  })

  it('reads people as they are written', () => {
    expect(toPeople('Nguyễn Thị Hoa, Hiệu trưởng\n\n Lê An ')).toEqual([
      { name: 'Nguyễn Thị Hoa', position: 'Hiệu trưởng' },
      { name: 'Lê An', position: '' },
    ])
    const leaders = [{ name: 'Lê Mai', phone: '0912345678', unit: 'Chi đoàn 3' }]
    expect(toLeaders('Lê Mai, 0912 345 678, Chi đoàn 3')).toEqual(leaders)
    expect(toLeaders(fromLeaders(leaders))).toEqual(leaders)
    expect(fromPeople(toPeople('Lê An, Bí thư'))).toBe('Lê An, Bí thư')
  })
})
