import type { Api, Row } from './support/api.ts'
import { expectAccessible } from './support/axe.ts'
import { card, expect, heading, isPhone, message, open, test, type Page } from './support/test.ts'

/** Far from today, so that the demo's own events are not in the way. */
const JUNE = '2027-06'

const at = (day: string, hour: string) => new Date(`${day}T${hour}:00+07:00`).toISOString()

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

const typed = (day: string) => day.split('-').toReversed().join('/')

/** A small event by day: no safety plan is asked for. */
async function plan(api: Api, title: string, day: string, more: object = {}): Promise<Row> {
  return api.post('/events', {
    title,
    kind: 'meeting',
    starts_at: at(day, '08:00'),
    ends_at: at(day, '10:00'),
    place: 'Nhà văn hóa phường',
    expected_children: 10,
    expected_adults: 5,
    ...more,
  })
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

async function fillNumbers(page: Page, children: string, adults: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Dự kiến trẻ em', exact: true }).fill(children)
  await page.getByLabel('Dự kiến người lớn').fill(adults)
}

/** A step from the page's button to the dialog's. */
async function step(page: Page, name: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
}

test('a unit plans beside another event, the leader approves, the unit holds it and reports', async ({ as, api }) => {
  const officer = await api('chinhsach')
  const { today } = await officer.get('/me')
  const yesterday = dayAfter(today, -1)
  await plan(officer, 'Họp giao ban công tác trẻ em', yesterday)

  const page = await as('doan')
  await open(page, `/lich/them?ngay=${yesterday}`)
  await page.getByLabel('Tên sự kiện').fill('Diễn đàn trẻ em khối 5')
  await choose(page, 'Loại sự kiện', 'Diễn đàn trẻ em')
  await expect(page.getByLabel('Kết thúc: Giờ')).toHaveValue('10:00')
  await page.getByLabel('Bắt đầu: Giờ').fill('8h30')
  await expect(page.getByLabel('Kết thúc: Giờ')).toHaveValue('10:30')
  await page.getByRole('textbox', { name: 'Địa điểm', exact: true }).fill('nha van hoa phuong')
  const check = card(page, 'Kiểm tra lịch')
  await expect(check).toContainText('trùng địa điểm')
  await expect(check.getByRole('link', { name: /Họp giao ban công tác trẻ em/ })).toBeVisible()
  await page.getByRole('button', { name: 'Lưu bản soạn' }).click()
  await expect(page.getByRole('alert')).toContainText('Ghi số người, không có thì ghi 0')
  await fillNumbers(page, '40', '8')
  await page.getByRole('button', { name: 'Thêm người phụ trách' }).click()
  await page.getByLabel('Họ và tên').fill('Nguyễn Thị Lan')
  await page.getByLabel('Điện thoại').fill('0912345678')
  await page.getByRole('button', { name: 'Thêm dòng kinh phí' }).click()
  await page.getByLabel('Dự kiến (đồng)').fill('2000000')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Lưu bản soạn' }).click()

  await expect(heading(page, 'Diễn đàn trẻ em khối 5')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Gọi Nguyễn Thị Lan, 0912345678' })).toHaveAttribute(
    'href',
    'tel:0912345678',
  )
  await expectAccessible(page)
  await step(page, 'Trình duyệt')
  await expect(message(page, 'Đã trình duyệt')).toBeVisible()

  const leader = await as('lanhdao')
  await card(leader, /^Chờ anh\/chị quyết định/)
    .getByRole('link', { name: 'Diễn đàn trẻ em khối 5', exact: true })
    .click()
  await expect(heading(leader, 'Diễn đàn trẻ em khối 5')).toBeVisible()
  await step(leader, 'Duyệt')
  await expect(message(leader, 'Đã duyệt sự kiện')).toBeVisible()

  await page.reload()
  await page.getByRole('main').getByRole('button', { name: 'Ghi nhận đã tổ chức', exact: true }).click()
  await page.getByLabel('Số trẻ em đã dự').fill('45')
  await page.getByLabel('Số người lớn đã dự').fill('9')
  await page.getByRole('dialog').getByRole('button', { name: 'Ghi nhận đã tổ chức', exact: true }).click()
  await page.getByRole('main').getByRole('button', { name: 'Báo cáo', exact: true }).click()
  await page.getByLabel('Đánh giá chung').fill('Trẻ hỏi thẳng, lãnh đạo trả lời tại chỗ.')
  await page.getByRole('dialog').getByLabel('Ngân sách nhà nước').fill('1800000')
  await page.getByRole('button', { name: 'Gửi báo cáo' }).click()
  await expect(message(page, 'Đã gửi báo cáo')).toBeVisible()
  await expect(card(page, 'Kết quả')).toContainText('Trẻ hỏi thẳng')
  await expect(card(page, 'Kinh phí')).toContainText('1.800.000')
  await expect(card(page, 'Thông tin chung')).toContainText('45 trẻ em, 9 người lớn')
})

test('a swimming class comes with its safety plan and is not approved without it', async ({ as }) => {
  const page = await as('doan')
  await open(page, `/lich/them?ngay=${JUNE}-01`)
  await page.getByLabel('Tên sự kiện').fill('Lớp bơi miễn phí')
  await choose(page, 'Loại sự kiện', 'Lớp dạy bơi')
  await expect(page.getByLabel(/^Ở dưới nước/)).toBeChecked()
  await page.getByRole('textbox', { name: 'Địa điểm', exact: true }).fill('Bể bơi Ba Đình')
  await fillNumbers(page, '20', '5')
  await page.getByLabel('Lặp lại nhiều buổi').check()
  await page.getByRole('button', { name: 'Thứ Năm', exact: true }).click()
  await page.getByLabel('Đến hết ngày').fill(typed(`${JUNE}-15`))
  await page.getByLabel('Đến hết ngày').blur()
  await expect(page.getByText('Sẽ lập 5 buổi.')).toBeVisible()
  await expect(card(page, 'Kiểm tra lịch')).toContainText('Phải có phương án bảo đảm an toàn')
  await page.getByRole('button', { name: 'Lưu bản soạn' }).click()
  await expect(heading(page, 'Lớp bơi miễn phí')).toBeVisible()
  await expect(card(page, 'Các buổi cùng chuỗi')).toContainText('Buổi 1 trong 5')
  await expect(card(page, 'An toàn')).toContainText('ở dưới nước hoặc gần nước')
  await step(page, 'Trình duyệt')
  await expect(card(page, 'Các buổi cùng chuỗi').getByText('Chờ duyệt')).toHaveCount(5)

  const leader = await as('lanhdao')
  await open(leader, new URL(page.url()).pathname)
  await step(leader, 'Duyệt')
  const dialog = leader.getByRole('dialog')
  await expect(dialog.getByRole('alert')).toContainText('Chưa duyệt được: thiếu phương án an toàn')
  await expect(dialog.getByRole('link', { name: 'Mở phương án an toàn' })).toHaveAttribute('href', /an-toan$/)
  await expectAccessible(leader)
})

test('an event moves by drag or by menu, with a question where others hear of it and a way back', async ({
  as,
  api,
}) => {
  const officer = await api('chinhsach')
  const row = await plan(officer, 'Họp ban tổ chức hè', `${JUNE}-10`)
  const starts = async () => Date.parse((await officer.get(`/events/${row.id}`)).starts_at)
  const page = await as('chinhsach')
  await open(page, `/lich?xem=${isPhone(page) ? 'danh-sach' : 'thang'}&ngay=${JUNE}-01`)
  await moveTo(page, `${JUNE}-15`)
  await expect(message(page, /^Đã dời sang Thứ Ba, 15\/6\/2027, 08:00–10:00/)).toBeVisible()
  expect(await starts()).toBe(Date.parse(at(`${JUNE}-15`, '08:00')))
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(message(page, 'Đã chuyển lại thời gian cũ')).toBeVisible()
  expect(await starts()).toBe(Date.parse(at(`${JUNE}-10`, '08:00')))

  await officer.post(`/events/${row.id}/propose`, {})
  await page.reload()
  await moveTo(page, `${JUNE}-16`)
  const dialog = page.getByRole('dialog', { name: 'Dời sự kiện này?' })
  await expect(dialog).toContainText('Mọi đơn vị liên quan sẽ được báo.')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Dời sự kiện' }).click()
  await expect(message(page, /^Đã dời sang Thứ Tư, 16\/6\/2027/)).toBeVisible()
  expect(await starts()).toBe(Date.parse(at(`${JUNE}-16`, '08:00')))
})

async function moveTo(page: Page, day: string): Promise<void> {
  const event = page.getByRole('link', { name: /Họp ban tổ chức hè/ })
  await expect(event).toHaveCount(1)
  if (!isPhone(page)) {
    await event.dragTo(page.locator(`[data-cell="${day}"]`))
    return
  }
  await page.getByRole('button', { name: 'Thao tác với Họp ban tổ chức hè' }).click()
  await page.getByRole('menuitem', { name: 'Dời sang ngày khác' }).click()
  const dialog = page.getByRole('dialog', { name: 'Dời sang ngày khác' })
  await dialog.getByLabel('Ngày mới').fill(typed(day))
  await dialog.getByRole('button', { name: 'Dời sự kiện' }).click()
}

test('the calendar is read by month, week and list, by keyboard, and remembers how', async ({ as, api }) => {
  const officer = await api('chinhsach')
  for (const hour of ['07', '08', '09', '10']) {
    const hours = { starts_at: at(`${JUNE}-06`, `${hour}:00`), ends_at: at(`${JUNE}-06`, `${hour}:45`) }
    await plan(officer, `Trò chơi lúc ${hour} giờ`, `${JUNE}-06`, hours)
  }
  const night = { starts_at: at(`${JUNE}-12`, '19:30'), ends_at: at(`${JUNE}-13`, '00:30') }
  await plan(officer, 'Đêm hội trăng rằm', `${JUNE}-12`, { ...night, kind: 'festival' })
  const page = await as('chinhsach')
  await open(page, `/lich?ngay=${JUNE}-06`)
  if (isPhone(page)) {
    await expect(page.getByRole('radio', { name: 'Danh sách' })).toBeChecked()
    await expect(card(page, 'Chủ nhật, 06/6/2027').getByRole('link')).toHaveCount(4)
    await expectAccessible(page)
  }
  await page.getByText('Tháng', { exact: true }).click()
  await expect(page.locator(`[data-day="${JUNE}-06"]`)).toContainText('4 sự kiện')
  await expectAccessible(page)
  if (!isPhone(page)) {
    // Past midnight it lies on both days.
    await expect(page.getByRole('link', { name: /Đêm hội trăng rằm/ })).toHaveCount(2)
    await page.getByRole('button', { name: /^\+2 nữa/ }).click()
    await expect(page.getByRole('dialog').getByRole('link', { name: /^Trò chơi/ })).toHaveCount(4)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.locator(`[data-day="${JUNE}-06"]`).focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowLeft')
    await expect(page.locator(`[data-day="${JUNE}-12"]`)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'Thứ Bảy, 12/6/2027' })).toContainText('từ 19:30')
    await page.keyboard.press('Escape')
    await expect(page.locator(`[data-day="${JUNE}-12"]`)).toBeFocused()
    await page.keyboard.press('n')
    await expect(page.getByLabel('Bắt đầu', { exact: true })).toHaveValue('12/06/2027')
    await page.goBack()
  }
  await page.getByText('Tuần', { exact: true }).click()
  await expect(page.getByRole('link', { name: /Trò chơi lúc 07 giờ/ })).toBeVisible()
  await expectAccessible(page)

  await page.getByText('Danh sách', { exact: true }).click()
  await page.getByRole('button', { name: 'Lọc', exact: true }).click()
  await choose(page, 'Loại sự kiện', 'Ngày hội, liên hoan')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Xem kết quả' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Đêm hội trăng rằm', exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Trò chơi/ })).toHaveCount(0)
  await page.goto('/lich')
  await expect(page).toHaveURL(/loai=festival/)
  await expect(page.getByRole('radio', { name: 'Danh sách' })).toBeChecked()
  await expect(page.getByRole('button', { name: 'Lọc (1)' })).toBeVisible()
})

test('two who change an event at once see both', async ({ as, api }) => {
  const officer = await api('chinhsach')
  const row = await plan(officer, 'Ngày hội đọc sách', `${JUNE}-18`)
  const page = await as('chinhsach')
  await open(page, `/lich/${row.id}/sua`)
  await page.getByRole('textbox', { name: 'Địa điểm', exact: true }).fill('Sân trường Tiểu học')
  await page.getByLabel('Mục đích, yêu cầu').fill('Trẻ yêu sách')
  const details = { ...row.details, note: 'Mang theo nước uống' }
  await officer.patch(`/events/${row.id}`, row.version, { place: 'Thư viện phường', details })
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  const compare = page.getByRole('dialog', { name: 'Có người vừa sửa mục này' })
  await expect(compare.getByRole('group', { name: 'Địa điểm' })).toContainText('Thư viện phường')
  await compare.getByRole('button', { name: 'Lưu bản đã chọn' }).click()
  await expect(heading(page, 'Ngày hội đọc sách')).toBeVisible()
  const saved = await officer.get(`/events/${row.id}`)
  expect(saved.place).toBe('Sân trường Tiểu học')
  expect(saved.details).toMatchObject({ purpose: 'Trẻ yêu sách', note: 'Mang theo nước uống' })
})
