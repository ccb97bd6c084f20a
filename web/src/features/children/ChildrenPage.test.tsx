import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Me, Role } from '@/api/types'
import { SessionProvider } from '@/app/session'
import { fakeApi } from '@/test/api-fake'
import { renderPage } from '@/test/render'
import ChildPage from './ChildPage'
import ChildrenPage from './ChildrenPage'
import { listMemory } from './memory'

const me = (role: Role) =>
  ({
    today: '2024-06-03',
    user: { id: 'u', role },
    unit: null,
    permissions: [{ resource: 'children', actions: ['read'], scope: 'ward' }],
  }) as unknown as Me

const row = (number: number) => ({
  id: `c${number}`,
  code: `TE-${String(number).padStart(6, '0')}`,
  view: 'contact',
  full_name: `Nguyễn Thị Hoà ${'ABCDEFGHIJ'[number % 10]}`,
  birth_year: 2015,
  sex: 'female',
  guardians: [{ relation: 'mother', phone: '0912345678' }],
  can_swim: null,
  medical_warning: '',
  status: 'active',
  version: 1,
})
const page = (count: number, total = count) => ({
  items: Array.from({ length: count }, (_, i) => row(i)),
  next_cursor: null,
  total,
})

beforeEach(() => {
  Object.assign(listMemory, { search: '', words: '', key: '', pages: 0, row: 0 })
  localStorage.clear()
  vi.stubGlobal('scrollTo', () => undefined)
  // jsdom lays nothing out: a row has the height that it has on the desk.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(66)
})

describe('the list', () => {
  it('keeps the words of a search out of the address, the history and the storage', async () => {
    const api = fakeApi()
    api.on('GET', '/api/v1/children', { body: page(3) })
    api.on('POST', '/api/v1/children/search', { body: page(1) })
    const { router } = renderPage(
      <SessionProvider me={me('youth_union')}>
        <ChildrenPage />
      </SessionProvider>,
      '/tre-em?gioi=female',
    )
    await screen.findByText('3 trẻ', { exact: false })
    await userEvent.type(screen.getByRole('searchbox'), 'hoa')
    await screen.findByText('Tìm thấy 1 trẻ')
    const asked = api.asked.filter((one) => one.method === 'POST')
    expect(asked).toHaveLength(1)
    expect(asked[0]!.body).toEqual({ q: 'hoa', sex: 'female', limit: 100 })
    expect(JSON.stringify([router.state.location, history.state])).not.toContain('hoa')
    expect(JSON.stringify(localStorage) + JSON.stringify(sessionStorage)).not.toContain('hoa')
    expect(api.asked.every((one) => !one.path.includes('hoa'))).toBe(true)
  })

  it('does not search while an input method composes', async () => {
    const api = fakeApi()
    api.on('GET', '/api/v1/children', { body: page(1) })
    api.on('POST', '/api/v1/children/search', { body: page(1) })
    renderPage(
      <SessionProvider me={me('youth_union')}>
        <ChildrenPage />
      </SessionProvider>,
      '/tre-em',
    )
    const field = await screen.findByRole('searchbox')
    fireEvent.compositionStart(field)
    for (const text of ['n', 'ng', 'nguye', 'nguyễn']) fireEvent.change(field, { target: { value: text } })
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(api.asked.filter((one) => one.method === 'POST')).toHaveLength(0)
    fireEvent.compositionEnd(field)
    await waitFor(() => expect(api.asked.filter((one) => one.method === 'POST')).toHaveLength(1))
    expect(api.asked.at(-1)!.body).toMatchObject({ q: 'nguyễn' })
  })

  it('holds a window of a long list', async () => {
    const api = fakeApi()
    api.on('GET', '/api/v1/children', { body: page(2000, 10_000) })
    renderPage(
      <SessionProvider me={me('youth_union')}>
        <ChildrenPage />
      </SessionProvider>,
      '/tre-em',
    )
    await screen.findByText('10.000 trẻ')
    const table = await screen.findByRole('table')
    expect(table).toHaveAttribute('aria-rowcount', '10001')
    expect(within(table).getAllByRole('row').length).toBeLessThanOrEqual(60)
  })

  it('says which kind of empty it is', async () => {
    const api = fakeApi()
    api.on('GET', '/api/v1/children', { body: page(0) })
    renderPage(
      <SessionProvider me={me('youth_union')}>
        <ChildrenPage />
      </SessionProvider>,
      '/tre-em?chua-biet-boi=1',
    )
    expect(await screen.findByText('Không có trẻ nào khớp.')).toBeInTheDocument()
    await userEvent.click(screen.getAllByRole('button', { name: 'Bỏ lọc' })[0]!)
    expect(await screen.findByText('Chưa có trẻ nào trong danh sách.')).toBeInTheDocument()
  })
})

describe('the record', () => {
  it('has no line for what is not the reader’s, and no name in the tab', async () => {
    const api = fakeApi()
    // The test's router has no parameters: the page asks for an empty id.
    api.on('GET', '/api/v1/children/{id}', { body: row(7) }, { id: '' })
    const { router } = renderPage(
      <SessionProvider me={me('youth_union')}>
        <ChildPage />
      </SessionProvider>,
      '/tre-em/c7',
    )
    expect(await screen.findByRole('heading', { level: 1, name: /^Nguyễn Thị Hoà/ })).toBeInTheDocument()
    expect(router.state.location.search).toBe('')
    expect(document.title).not.toContain('Nguyễn')
    for (const hidden of ['Ngày sinh', 'Dân tộc', 'Số định danh', 'Khuyết tật', 'Hộ nghèo', 'Hỗ trợ', 'Ai đã xem']) {
      expect(screen.queryByText(new RegExp(`^${hidden}`))).toBeNull()
    }
  })
})
