import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { SessionProvider } from '@/app/session'
import type { Child, ChildGroup, Me } from '@/api/types'
import { fakeApi } from '@/test/api-fake'
import { renderPage } from '@/test/render'
import { fieldTexts } from '../fieldTexts'
import { columnTexts } from './columnTexts'
import { differencesOf, mergedGuardians, mergedNotes } from './compare'
import { allFields, fieldChoices, fieldOfCode, withField } from './fields'
import ImportWizard from './ImportWizard'
import {
  alsoIn,
  birthOf,
  canUndo,
  correct,
  decide,
  fixPlaces,
  kindsOf,
  mappingFor,
  missingIn,
  outcome,
} from './preview'
import { surenessOf, takesOf, undecide, type Decisions, type ImportRow } from './preview'
import type { ChildImport, Column, ImportSheet } from './queries'
import { importTexts } from './texts'

const column = (index: number, field: Column['field'], over: Partial<Column> = {}): Column => ({
  index,
  letter: String.fromCharCode(65 + index),
  header: `Cột ${index}`,
  field,
  confidence: field ? 95 : 0,
  source: field ? 'header' : 'unknown',
  samples: [],
  ...over,
})
const sheet = (name: string, columns: Column[], over: Partial<ImportSheet> = {}): ImportSheet => ({
  name,
  hidden: false,
  signature: 's',
  header_rows: [4],
  columns,
  neighborhood: name,
  rows: 2,
  skipped_rows: [],
  ...over,
})
const row = (over: Partial<ImportRow> = {}): ImportRow => ({
  position: 0,
  cells: {},
  sheet: 'Khu phố 2',
  row: 5,
  state: 'new',
  child: {
    full_name: 'Tạ Thị Khuê',
    date_of_birth: '2016-05-01',
    birth_year_only: false,
    neighborhood_id: 'u2',
    guardians: [],
    notes: '',
  },
  groups: [],
  changes: [],
  errors: [],
  ...over,
})
const counts = { new: 6, changed: 2, duplicate: 3, wrong: 1 }

describe('columns', () => {
  const two = [
    sheet('Khu phố 2', [column(0, 'full_name'), column(1, null)]),
    sheet('Khu phố 3', [column(0, 'full_name'), column(1, null)]),
    sheet('Tổng hợp', [], { skipped: { code: 'no_table', message_vi: 'không có bảng', message_en: 'no table' } }),
  ]
  it('of sheets with the same headings are corrected once, and sent for each sheet', () => {
    const [kind, ...rest] = kindsOf(two)
    expect([kind!.sheets.length, rest]).toEqual([2, []])
    const corrected = correct({}, kind!, kind!.columns[1]!, 'grade')
    expect(mappingFor({ sheets: two }, corrected)).toEqual({ 'Khu phố 2': { 1: 'grade' }, 'Khu phố 3': { 1: 'grade' } })
    expect(correct(corrected, kind!, kind!.columns[1]!, kind!.columns[1]!.field!)).toEqual({})
  })

  it('that were chosen before are sent again, guesses are not', () => {
    const chosen = [sheet('a', [column(0, 'full_name'), column(1, 'grade', { source: 'mapping' })])]
    expect(mappingFor({ sheets: chosen }, {})).toEqual({ a: { 1: 'grade' } })
  })

  it('tell how sure they are, what is missing and what stands twice', () => {
    expect(surenessOf(column(0, 'sex', { confidence: 70 }), false)).toBe('likely')
    expect(surenessOf(column(0, 'sex', { confidence: 40 }), false)).toBe('look')
    expect(surenessOf(column(0, null), false)).toBe('none')
    expect(surenessOf(column(0, null), true)).toBe('chosen')
    const [kind] = kindsOf([sheet('Lớp', [column(0, 'full_name'), column(1, 'full_name')], { neighborhood: null })])
    expect(missingIn(kind!, {}, false)).toEqual(['birth', 'neighborhood'])
    expect(missingIn(kind!, {}, true)).toEqual(['birth'])
    expect(alsoIn(kind!, {}, kind!.columns[1]!)).toBe('A')
  })

  it('have every field of the API to choose from, once', () => {
    const catalogue = ['HC01', 'HC14', 'NC01', 'NC99'].map((code) => ({
      code,
      kind: code.startsWith('HC') ? 'circumstance' : 'risk',
      label: 'x',
    })) as ChildGroup[]
    const choices = fieldChoices(columnTexts.vi, importTexts.vi.columns, catalogue)
    const fields = allFields(choices)
    expect(new Set(fields).size).toBe(fields.length)
    const named = Object.keys(columnTexts.vi.field)
    expect([...fields].sort()).toEqual([...named, ...catalogue.map(({ code }) => fieldOfCode(code)), 'ignore'].sort())
    expect(withField(choices, 'circumstance_hc05').at(-1)!.items[0]!.label).toBe('HC05')
  })
})

describe('rows', () => {
  it('tell a birth only when it could be read', () => {
    expect(birthOf(row())).toEqual({ date: '01/05/2016' })
    expect(birthOf(row({ child: { ...row().child, birth_year_only: true } }))).toEqual({ year: '2016' })
    const error = { column: 'C', code: 'birth_impossible', is_warning: false, message: '31/02' }
    expect(birthOf(row({ errors: [error], child: { ...row().child, date_of_birth: '1970-01-01' } }))).toBeNull()
  })

  it('are decided about; the usual is not sent', () => {
    const twice = row({ state: 'duplicate', same_as_row: 4 })
    const known = row({ row: 9, state: 'changed', matched_child_id: 'c' })
    expect([takesOf(row()), takesOf(twice)]).toEqual([[], ['skip', 'new']])
    let decisions: Decisions = decide({}, twice, 'new')
    decisions = decide(decisions, known, 'skip')
    expect(outcome(counts, decisions)).toEqual({ new: 7, changed: 1, skipped: 3, wrong: 1, leftOut: 0 })
    decisions = decide(decide(decisions, twice, 'skip'), known, 'update')
    expect(decisions).toEqual({})
    expect(outcome(counts, decisions)).toEqual({ new: 6, changed: 2, skipped: 3, wrong: 1, leftOut: 0 })
  })

  it('are undone within their time', () => {
    const one = { status: 'committed', undo_until: '2026-12-26T10:00:00Z' } as ChildImport
    expect([canUndo(one, '2026-12-26'), canUndo(one, '2026-12-27')]).toEqual([true, false])
    expect(canUndo({ ...one, status: 'undone' }, '2026-12-01')).toBe(false)
  })

  it('add to what is known and take nothing away', () => {
    const grandmother = { relation: 'grandparent', full_name: 'Lê Thị Sáu', phone: '0911111111' } as const
    const said = [
      { relation: 'mother', full_name: 'Trần Thị Bình', phone: null } as const,
      { relation: 'grandparent', full_name: 'lê thị sáu', phone: '0922222222' } as const,
    ]
    expect(mergedGuardians([grandmother], said).map((one) => [one.full_name, one.phone])).toEqual([
      ['Lê Thị Sáu', '0922222222'],
      ['Trần Thị Bình', null],
    ])
    expect(mergedNotes('Ở với bà', 'Ở với bà\nMới chuyển đến')).toBe('Ở với bà\nMới chuyển đến')
    const known = {
      full_name: 'Tạ Thị Khuê',
      grade: '',
      guardians: [],
      birth_year_only: false,
    } as unknown as Child
    const changed = row({
      state: 'changed',
      changes: ['grade', 'notes'],
      child: { ...row().child, grade: '2A', notes: 'a' },
    })
    expect(differencesOf(changed, known, fieldTexts.vi, () => null)).toMatchObject([
      { member: 'grade', before: '', after: '2A', masked: false },
      { member: 'notes', after: 'a', masked: true },
    ])
  })
})

const me = {
  user: { id: 'me', role: 'social_officer' },
  unit: null,
  today: '2026-11-26',
  permissions: [{ resource: 'children', actions: ['read', 'create'] }],
} as unknown as Me

const stored = (over: Partial<ChildImport> = {}): ChildImport => ({
  id: 'i1',
  file_name: 'danh-sach.xlsx',
  status: 'previewed',
  created_at: '2026-11-26T00:00:00Z',
  sheets: [
    sheet('Khu phố 2', [column(0, 'full_name'), column(1, 'date_of_birth'), column(2, null, { header: 'Ghi' })]),
  ],
  mapping: {},
  counts: { new: 1, changed: 0, duplicate: 0, wrong: 1 },
  rows: [],
  kept: [],
  version: 1,
  ...over,
})

describe('the wizard', () => {
  let server: ReturnType<typeof fakeApi>
  beforeEach(() => {
    server = fakeApi()
    vi.stubGlobal('scrollTo', () => undefined)
    server.on('GET', '/api/v1/children/catalogue', { body: { items: [], total: 0 } })
  })
  const show = (path: string) =>
    renderPage(
      <SessionProvider me={me}>
        <Routes>
          <Route path="/tre-em/nhap/:id?" element={<ImportWizard />} />
        </Routes>
      </SessionProvider>,
      path,
    )

  it('tells a refusal of the server in full, with a way out', async () => {
    const problem = { title: 'Kiểu nội dung không được nhận', detail: 'Đây là tệp PDF.', code: 'sheet_file_pdf' }
    server.on('POST', '/api/v1/children/import', { status: 415, body: problem })
    const { container } = show('/tre-em/nhap')
    await userEvent.upload(container.querySelector('input[type=file]')!, new File(['x'], 'a.xlsx'))
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('kiểu nội dung không được nhận')
    expect(alert).toHaveTextContent('Đây là tệp PDF.')
    expect(alert).toHaveTextContent('Lưu thành (Save As)')
  })

  it('does not send an empty file', async () => {
    const { container } = show('/tre-em/nhap')
    await userEvent.upload(container.querySelector('input[type=file]')!, new File([], 'a.xlsx'))
    expect(await screen.findByRole('alert')).toHaveTextContent('0 byte')
    expect(server.asked.some((one) => one.method === 'POST')).toBe(false)
  })

  it('opens a stored preview again; without its file the columns ask for it', async () => {
    server.on('GET', '/api/v1/children/import/{id}', { body: stored() }, { id: 'i1' })
    show('/tre-em/nhap/i1?buoc=cot')
    const place = await screen.findByRole('table')
    expect(within(place).getByText('Chưa rõ')).toBeInTheDocument()
    expect(screen.getByText('Cần xem lại cột C')).toBeInTheDocument()
    expect(screen.getByRole('heading', { name: 'Chọn lại tệp để đọc lại' })).toBeInTheDocument()
  })

  it('writes good rows alone while one is wrong, and nothing before it has asked', async () => {
    server.on('GET', '/api/v1/children/import/{id}', { body: stored() }, { id: 'i1' })
    show('/tre-em/nhap/i1?buoc=ghi')
    expect(await screen.findByRole('radio', { name: /Ghi tất cả/ })).toBeDisabled()
    expect(screen.getByRole('radio', { name: /Chỉ ghi các dòng đúng/ })).toBeChecked()
    await userEvent.click(screen.getByRole('button', { name: 'Ghi vào danh sách' }))
    expect(server.asked.some((one) => one.method === 'POST')).toBe(false)
  })

  it('names what an undo has kept', async () => {
    const kept = [{ child_id: 'c1', code: 'TE-000007', reason: 'changed_since' }]
    const body = stored({ status: 'undone', undone_at: '2026-11-26T03:00:00Z', kept })
    server.on('GET', '/api/v1/children/import/{id}', { body }, { id: 'i1' })
    const found = { items: [{ code: 'TE-000007', full_name: 'Tạ Thị Khuê' }], total: 1 }
    server.on('POST', '/api/v1/children/search', { body: found })
    show('/tre-em/nhap/i1')
    expect(await screen.findByRole('link', { name: 'Tạ Thị Khuê (TE-000007)' })).toHaveAttribute('href', '/tre-em/c1')
  })
})

describe('what is corrected in the preview', () => {
  const error = (over: Partial<ImportRow['errors'][number]>) => ({
    column: null,
    field: null,
    code: 'x',
    is_warning: false,
    message: 'x',
    ...over,
  })
  const columns = [column(0, 'full_name'), column(1, 'birth_year'), column(2, 'personal_id')]

  it('is the column of each error once; what is only odd is left alone', () => {
    const errors = [
      error({ column: 'C', field: 'personal_id' }),
      error({ column: 'C', field: 'personal_id' }),
      error({ column: 'A', field: 'full_name', is_warning: true }),
      error({ field: 'date_of_birth' }),
    ]
    const places = fixPlaces(row({ state: 'wrong', errors }), sheet('Khu phố 2', columns))
    expect(places).toEqual([{ column: columns[2] }, { column: columns[1] }])
  })

  it('is the neighborhood itself where no column tells it', () => {
    const errors = [error({ field: 'neighborhood' })]
    expect(fixPlaces(row({ state: 'wrong', errors }), sheet('Tờ 1', columns))).toEqual(['neighborhood'])
    expect(fixPlaces(row({ errors: [error({ field: 'school' })] }), undefined)).toEqual([])
  })

  it('drops what was decided of a row that became something else', () => {
    const duplicate = row({ state: 'duplicate' })
    const decisions = decide({}, duplicate, 'new')
    expect(undecide(decisions, [row({ row: 9 })])).toEqual(decisions)
    expect(undecide(decisions, [duplicate])).toEqual({})
  })
})
