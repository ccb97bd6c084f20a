// Children beside the browser: the demo begins with few or none, so a journey brings those it speaks of.
import type { Api, Row } from './api.ts'

const FAMILY = ['Ung', 'Tôn', 'Khổng', 'Nhữ', 'Sầm', 'Giáp', 'Bạch', 'Lục']
const MIDDLE = ['Thị', 'Văn', 'Gia', 'Minh', 'Đức', 'Bảo', 'Thu']
const GIVEN = ['An', 'Bình', 'Châu', 'Dũng', 'Giang', 'Khôi', 'Linh', 'Mai', 'Nhi', 'Phúc', 'Quân']

export interface Ward {
  neighborhoods: Row[]
  schools: Row[]
}

export async function wardOf(officer: Api): Promise<Ward> {
  const units: Row[] = (await officer.get('/units?limit=200')).items
  const of = (kind: string) => units.filter((unit) => unit.kind === kind)
  return { neighborhoods: of('neighborhood'), schools: of('school') }
}

export const neighborhood = (ward: Ward, name: string): Row => ward.neighborhoods.find((unit) => unit.name === name)

/** A child of a year in which it is surely one today. */
export async function addChild(officer: Api, child: Row): Promise<Row> {
  const { today } = await officer.get('/me')
  const year = Number(today.slice(0, 4)) - 9
  return officer.post('/children', { date_of_birth: `${year}-03-27`, guardians: [], ...child })
}

/** No two of the same name, and of families that are rare: nothing here is a duplicate of anything. */
export async function addChildren(officer: Api, ward: Ward, count: number): Promise<void> {
  const { today } = await officer.get('/me')
  const year = Number(today.slice(0, 4))
  for (let i = 0; i < count; i += 1) {
    const name = [FAMILY[i % 8], MIDDLE[i % 7], GIVEN[i % 11]].join(' ')
    await officer.post('/children', {
      full_name: name,
      date_of_birth: `${year - 1 - (i % 13)}-0${1 + (i % 9)}-1${i % 9}`,
      sex: i % 2 ? 'male' : 'female',
      neighborhood_id: ward.neighborhoods[i % ward.neighborhoods.length].id,
      school_id: i % 3 ? ward.schools[i % ward.schools.length].id : null,
      guardians: [{ relation: 'mother', full_name: `Mai Thị ${GIVEN[i % 11]}`, phone: `09${12_000_000 + i}` }],
      health_insurance_no: i % 4 ? String(1_000_000_000 + i) : null,
      can_swim: i % 3 === 0,
      poverty: i % 10 ? 'none' : 'poor',
    })
  }
}
