import type { Api, Row } from './support/api.ts'
import { expectAccessible } from './support/axe.ts'
import { addChild } from './support/children.ts'
import { shellKept } from './support/device.ts'
import { card, expect, heading, message, open, test, type Page } from './support/test.ts'

// Forty children are made first, and several people sign in, each on a device of their own.
test.describe.configure({ timeout: 240_000 })

const FAMILY = ['Ung', 'Tôn', 'Khổng', 'Nhữ', 'Sầm', 'Giáp', 'Bạch', 'Lục']
const GIVEN = ['An', 'Bình', 'Châu', 'Dũng', 'Giang']
const MANY = FAMILY.length * GIVEN.length

const list = (page: Page) => page.getByRole('list', { name: 'Danh sách trẻ' })
const rows = (page: Page) => list(page).locator('button[aria-pressed=false]')
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name })
const figure = (page: Page, label: string) => page.getByRole('status').filter({ hasText: label })

interface Prepared {
  event: Row
  ids: string[]
}

/** An event of khu phố 1 today, approved, with these children registered and asked. */
async function prepare(api: (name: string) => Promise<Api>, names: string[], more: Row = {}): Promise<Prepared> {
  const [officer, head, leader] = [await api('chinhsach'), await api('khupho1'), await api('lanhdao')]
  const { unit } = await head.get('/me')
  const ids: string[] = []
  for (const full_name of names) {
    ids.push((await addChild(officer, { full_name, neighborhood_id: unit.id })).id)
  }
  const now = Date.now()
  const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString()
  const event = await head.post('/events', {
    title: 'Ngày hội Trung thu khu phố',
    kind: 'festival',
    starts_at: at(10),
    ends_at: at(190),
    place: 'Sân nhà văn hóa khu phố 1',
    expected_children: 50,
    expected_adults: 5,
    ...more,
  })
  await head.post(`/events/${event.id}/propose`, {})
  const shown = await leader.get(`/events/${event.id}`)
  if (shown.safety_plan_required) return { event: shown, ids }
  await leader.post(`/events/${event.id}/approve`, {})
  await head.post(`/events/${event.id}/registrations`, { child_ids: ids })
  const opinions = ids.map((child_id) => ({ child_id, parents: 'agrees', child: 'agrees', method: 'Họp cha mẹ' }))
  await head.post(`/events/${event.id}/registrations/opinions`, { opinions })
  return { event: shown, ids }
}

/** Whatever the hour at which the tests run: without this the evening asks for a safety plan. */
async function noNight(api: (name: string) => Promise<Api>): Promise<void> {
  const admin = await api('quantri')
  const { ward } = await admin.get('/me')
  const row = await admin.get(`/wards/${ward.id}`)
  const events = { ...row.settings.events, safety_at_night: false }
  await admin.patch(`/wards/${ward.id}`, row.version, { settings: { ...row.settings, events } })
}

test('forty children come in while the network is away, and arrive once', async ({ as, api }) => {
  await noNight(api)
  const names = FAMILY.flatMap((family) => GIVEN.map((given) => `${family} Thị ${given}`))
  const { event } = await prepare(api, names)
  const head = await api('khupho1')
  const kept = async () => head.get(`/events/${event.id}/attendance`)
  const phone = await as('khupho1')
  await open(phone, `/lich/${event.id}/diem-danh`)
  await expect(heading(phone, 'Điểm danh')).toBeVisible()
  await expect(rows(phone)).toHaveCount(MANY)
  await expectAccessible(phone)
  await shellKept(phone)

  await test.step('without a network every tap is kept, also after a reload', async () => {
    await phone.context().setOffline(true)
    for (let left = MANY; left > 0; left -= 1) {
      await rows(phone).first().click()
      await expect(rows(phone)).toHaveCount(left - 1)
    }
    await expect(figure(phone, 'Còn ở đây')).toContainText(String(MANY))
    await expect(phone.getByText(`Chờ gửi ${MANY}`)).toBeVisible()
    await phone.reload()
    await expect(phone.getByText(/^Không có kết nối\. Đang xem danh sách lưu trên máy/)).toBeVisible()
    await expect(phone.getByText(`Chờ gửi ${MANY}`)).toBeVisible()
    expect((await kept()).counts.here).toBe(0)
  })

  await test.step('with the network all arrive, each once', async () => {
    await phone.context().setOffline(false)
    await expect.poll(async () => (await kept()).counts.here, { timeout: 30_000 }).toBe(MANY)
    await expect(phone.getByText(/^Chờ gửi/)).toHaveCount(0)
    const again = (await kept()).items.filter((one: Row) => one.state !== 'in')
    expect(again).toHaveLength(0)
  })

  await test.step('two go home; who is still here is one tap away', async () => {
    const inside = list(phone).locator('button[aria-pressed=true]')
    await expect(inside).toHaveCount(MANY)
    await inside.first().click()
    await expect(inside).toHaveCount(MANY - 1)
    await inside.first().click()
    await expect(inside).toHaveCount(MANY - 2)
    await expect.poll(async () => (await kept()).counts.left).toBe(2)
    await phone.getByText('Chưa về', { exact: true }).click()
    await expect(list(phone).getByRole('listitem')).toHaveCount(MANY - 2)
    await expect(phone).toHaveURL(/loc=here/)
  })

  await test.step('a count that does not fit is told at once', async () => {
    await phone.getByRole('button', { name: 'Đếm người' }).click()
    const sheet = dialog(phone, 'Đếm người')
    await sheet.getByLabel('Đếm được').fill(String(MANY - 3))
    await sheet.getByRole('button', { name: 'Lưu lần đếm' }).click()
    await expect(sheet.getByText('Thiếu 1 trẻ so với sổ. Tìm trẻ ngay.')).toBeVisible()
    await expectAccessible(phone)
    await phone.keyboard.press('Escape')
  })

  await test.step('an incident is two taps away, with child, place and hour filled in', async () => {
    await list(phone)
      .getByRole('button', { name: /^Việc khác với Ung Thị Châu/ })
      .click()
    await dialog(phone, 'Ung Thị Châu').getByRole('button', { name: 'Báo sự cố' }).click()
    await phone.getByRole('button', { name: 'Ghi tai nạn, thương tích' }).click()
    await expect(phone).toHaveURL(/\/tai-nan\/moi$/)
    // The page before stays until this one is there.
    await expect(phone.getByLabel('Chỗ cụ thể')).toHaveValue('Sân nhà văn hóa khu phố 1')
    await expect(phone.getByText('Ung Thị Châu')).toBeVisible()
  })
})

test('a child that nobody asked waits at the gate until it was', async ({ as, api }) => {
  await noNight(api)
  const { event } = await prepare(api, ['Ninh Gia Hân'], { details: { capacity: 20 } })
  const officer = await api('chinhsach')
  const { unit } = await (await api('khupho1')).get('/me')
  const late = await addChild(officer, { full_name: 'Ninh Gia Bảo', neighborhood_id: unit.id })
  const page = await as('khupho1')
  await open(page, `/lich/${event.id}/tham-gia`)
  await expect(heading(page, 'Trẻ tham gia')).toBeVisible()
  await card(page, 'Danh sách đăng ký').getByRole('button', { name: 'Đăng ký trẻ' }).click()
  const sheet = dialog(page, 'Đăng ký trẻ')
  await sheet.getByLabel('Họ tên trẻ').fill('Ninh Gia Bảo')
  await sheet.getByRole('button', { name: 'Đăng ký', exact: true }).click()
  await expect(sheet.getByText('Đã đăng ký', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('Ninh Gia Bảo')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('link', { name: 'In thẻ', exact: true }).click()
  await expect(page.getByRole('img', { name: 'Mã điểm danh' })).toHaveCount(2)
  await page.getByRole('link', { name: /Trẻ tham gia/ }).click()

  await page.getByRole('main').getByRole('link', { name: 'Điểm danh', exact: true }).click()
  await expect(rows(page)).toHaveCount(2)
  await list(page)
    .getByRole('button', { name: /^Ninh Gia Bảo/ })
    .click()
  const ask = dialog(page, 'Ninh Gia Bảo')
  await expect(ask.getByText(/Trước khi cho vào cần hỏi: cha mẹ, trẻ/)).toBeVisible()
  await ask.getByRole('group', { name: 'Cha mẹ: Ninh Gia Bảo' }).getByRole('button', { name: 'Đồng ý' }).click()
  await ask.getByRole('group', { name: 'Trẻ: Ninh Gia Bảo' }).getByRole('button', { name: 'Đồng ý' }).click()
  await ask.getByRole('button', { name: 'Lưu và cho vào' }).click()
  await expect(figure(page, 'Còn ở đây')).toContainText('1')
  await expect
    .poll(
      async () =>
        (await officer.get(`/events/${event.id}/attendance`)).items.find((one: Row) => one.child_id === late.id)?.state,
    )
    .toBe('in')
})

test('a helper without an account checks in by a link, and only there', async ({ as, api, browser }) => {
  await noNight(api)
  const { event } = await prepare(api, ['Thạch Gia Minh', 'Thạch Gia Linh'])
  const page = await as('khupho1')
  await open(page, `/lich/${event.id}/tham-gia`)
  await card(page, 'Người hỗ trợ').getByRole('button', { name: 'Phân công', exact: true }).click()
  const sheet = dialog(page, 'Phân công người hỗ trợ')
  await sheet.getByText('Người mới', { exact: true }).click()
  await sheet.getByLabel('Họ và tên').fill('Trần Văn Giúp')
  await sheet.getByLabel('Điện thoại').fill('0987654321')
  const { today } = await (await api('khupho1')).get('/me')
  await sheet.getByLabel('Ngày xác minh').fill(today.split('-').reverse().join('/'))
  await sheet.getByLabel('Việc tại sự kiện').fill('Cổng chính')
  await sheet.getByRole('button', { name: 'Phân công', exact: true }).click()
  await expect(message(page, 'Đã phân công')).toBeVisible()
  await page.getByRole('button', { name: 'Giao quyền điểm danh cho Trần Văn Giúp' }).click()
  const link = await dialog(page, 'Đường dẫn điểm danh').getByLabel('Đường dẫn', { exact: true }).innerText()
  await page.getByRole('button', { name: 'Đã gửi, đóng lại' }).click()

  const context = await browser.newContext()
  const helper = await context.newPage()
  await helper.goto(link)
  await expect(heading(helper, 'Điểm danh hộ')).toBeVisible()
  expect(helper.url()).not.toContain('#')
  await expect(rows(helper)).toHaveCount(2)
  await expectAccessible(helper)
  await rows(helper).first().click()
  await expect(figure(helper, 'Còn ở đây')).toContainText('1')
  const head = await api('khupho1')
  await expect.poll(async () => (await head.get(`/events/${event.id}/attendance`)).counts.here).toBe(1)
  await context.close()

  await page.reload()
  await page.getByRole('button', { name: 'Thu hồi quyền của Trần Văn Giúp' }).click()
  await expect(message(page, /^Đã thu hồi/)).toBeVisible()
  const stranger = await browser.newContext()
  const after = await stranger.newPage()
  await after.goto(link)
  await expect(heading(after, 'Đường dẫn không dùng được')).toBeVisible()
  await stranger.close()
})
