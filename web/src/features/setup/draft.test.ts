import { describe, expect, it } from 'vitest'
import { whereIs, wrongIn, type WrongWords } from './checks'
import {
  addPlaces,
  allUnits,
  emptyDraft,
  nameOfLine,
  numbered,
  onePerUnit,
  pastePeople,
  placeOf,
  splitPasted,
  strengthOf,
  superiorOf,
  toSetup,
  type SetupDraft,
} from './draft'
import { setupTexts } from './texts'

const words = setupTexts.vi.words
const wrongWords: WrongWords = setupTexts.vi.wrong
const secrets = { password: 'mot cau rat dai va kho', again: 'mot cau rat dai va kho' }

function ward(): SetupDraft {
  const draft = emptyDraft()
  return {
    ...draft,
    ward: { ...draft.ward, name: 'Đông Sơn', province: 'Tỉnh Thanh Hóa' },
    places: addPlaces([], numbered('Khu phố', 3)),
  }
}

describe('the draft of a setup', () => {
  it('names what follows from the name of the ward, until somebody types another', () => {
    const draft = ward()
    expect(superiorOf(draft, words)).toBe('UBND tỉnh Thanh Hóa')
    expect(placeOf(draft)).toBe('Đông Sơn')
    const names = allUnits(draft, words).map((unit) => unit.name)
    expect(names).toContain('Công an phường')
    expect(names).toContain('Trường Tiểu học Đông Sơn')
    expect(names.slice(-3)).toEqual(['Khu phố 1', 'Khu phố 2', 'Khu phố 3'])
    const commune = { ...draft, ward: { ...draft.ward, kind: 'commune' as const } }
    expect(allUnits(commune, words).map((unit) => unit.name)).toContain('Công an xã')
  })

  it('takes lists as they come out of Excel', () => {
    const pasted = splitPasted('1\tThôn Đoài\r\n2\tThôn  Đông \n\nThôn Đoài')
    expect(addPlaces([], pasted.map(nameOfLine)).map((place) => place.name)).toEqual(['Thôn Đoài', 'Thôn Đông'])
    const draft = ward()
    const units = allUnits(draft, words)
    const waiting = { ...draft, people: onePerUnit(draft, units, () => '') }
    expect(waiting.people.map((person) => person.username)).toContain('khupho2')
    const { people, unknown } = pastePeople(
      waiting,
      units,
      'STT\tHọ và tên\tChức vụ\tĐơn vị\tĐiện thoại\n1\tTrần Thị Bình\tTrưởng khu phố\tkhu phố 2\t0912345678\nLê Văn A\tPhó\tKhu phố 9',
    )
    const head = people.find((person) => person.full_name === 'Trần Thị Bình')
    expect(head).toMatchObject({ username: 'khupho2', role: 'neighborhood', phone: '0912345678' })
    expect(unknown).toEqual(['Khu phố 9'])
  })

  it('sends what is named, and says where the server found a mistake', () => {
    const draft = ward()
    const units = allUnits(draft, words)
    draft.people = onePerUnit(draft, units, () => '')
    draft.people = draft.people.map((person) =>
      person.username === 'congan' ? { ...person, full_name: 'Trịnh Văn Dũng' } : person,
    )
    const setup = toSetup(draft, words, 'x')
    expect(setup.accounts).toHaveLength(1)
    expect(setup.accounts![0]).toMatchObject({ unit: 'Công an phường', role: 'police' })
    expect(whereIs('setup.accounts[0].username', draft, words)).toMatchObject({ step: 5 })
    expect(whereIs('setup.units[0].name', draft, words)).toEqual({ step: 3, fieldId: 'unit.leadership' })
    expect(whereIs(`setup.units[${setup.units.length - 1}].name`, draft, words).step).toBe(4)
    expect(whereIs('setup.ward.hotlines[1].phone', draft, words)).toEqual({ step: 2, fieldId: 'hotline.1.phone' })
    expect(whereIs('code', draft, words).step).toBe(1)
  })

  it('finds what is missing before anything is sent', () => {
    expect(wrongIn(2, emptyDraft(), secrets, words, wrongWords)).toHaveProperty('ward.name')
    const draft = ward()
    for (const step of [2, 3, 4]) expect(wrongIn(step, draft, secrets, words, wrongWords)).toEqual({})
    const twice = { ...draft, places: [...draft.places, { id: 'x', name: 'khu phố 1' }] }
    expect(wrongIn(4, twice, secrets, words, wrongWords)).toHaveProperty(['place.x'])
    const wrong = wrongIn(5, draft, { password: 'ngan', again: 'khac' }, words, wrongWords)
    expect(Object.keys(wrong)).toEqual(['admin.full_name', 'admin.password', 'admin.again'])
  })

  it('measures a password roughly', () => {
    expect(strengthOf('123456')).toBe(0)
    expect(strengthOf('aaaaaaaaaaaaaaa')).toBe(0)
    expect(strengthOf('conmeoden123')).toBe(1)
    expect(strengthOf('ba con vịt đi bộ về nhà')).toBe(2)
  })
})
