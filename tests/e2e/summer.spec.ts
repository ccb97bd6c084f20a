import type { Api, Row } from './support/api.ts'
import { expectAccessible } from './support/axe.ts'
import { card, expect, heading, message, open, signOut, test, type Page } from './support/test.ts'

// Several people sign in, each on a device of their own.
test.describe.configure({ timeout: 180_000 })

const shown = (date: string) => date.split('-').reverse().join('/')
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name })
const children = (page: Page) => page.getByRole('list', { name: 'Danh sách trẻ' })
const rows = (page: Page) => children(page).getByRole('button', { name: /Khu phố 3/ })

async function sign(page: Page, button: string, question: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click()
  await dialog(page, question).getByRole('button', { name: button, exact: true }).click()
}

/** The next summer's handover of truong2 to khu phố 3. */
async function nextHandover(api: (name: string) => Promise<Api>): Promise<Row> {
  const head = await api('khupho3')
  const { today } = await head.get('/me')
  const page = await head.get(`/summer/handovers?year=${Number(today.slice(0, 4)) + 1}`)
  return page.items.find((one: Row) => one.school.name === 'Trường Tiểu học Ba Đình')
}

/** A group of at most ten children with a session today. */
async function sessionToday(person: Api): Promise<Row> {
  const { today } = await person.get('/me')
  const some = await person.post('/children/search', { q: 'Nguyễn', limit: 6 })
  const group = await person.post('/summer/groups', { year: Number(today.slice(0, 4)), name: 'Nhóm Măng Non' })
  const child_ids = some.items.map((one: Row) => one.id)
  await person.post(`/summer/groups/${group.id}/members`, { child_ids })
  const where = { place: 'Nhà văn hóa khu phố 3', content: 'Kỹ năng phòng, chống đuối nước' }
  return person.post('/summer/sessions', { group_id: group.id, on_date: today, starts_at: '07:30', ...where })
}

/** The shell must be on the device before the network may go. */
async function shellKept(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const ready = await navigator.serviceWorker.ready
    return ready.active?.state === 'activated' && navigator.serviceWorker.controller !== null
  })
}

test('a school hands its pupils over, the neighborhood receives, rates and returns them', async ({ as, api }) => {
  const { today } = await (await api('truong2')).get('/me')
  // The demo's own summer is under way: here the next one is prepared.
  const year = String(Number(today.slice(0, 4)) + 1)
  const school = await as('truong2')
  await test.step('the school prepares the lists and signs one over', async () => {
    await open(school, `/sinh-hoat-he?nam=${year}`)
    await expect(school.getByText('Chưa có bàn giao nào trong năm này.')).toBeVisible()
    await school.getByRole('button', { name: `Chuẩn bị bàn giao năm ${year}` }).click()
    const prepare = dialog(school, `Chuẩn bị bàn giao năm ${year}`)
    await prepare.getByRole('button', { name: 'Lập danh sách' }).click()
    await expect(message(school, /^Đã lập 11 danh sách/)).toBeVisible()
    await school.keyboard.press('Escape')
    await expectAccessible(school)
    await card(school, 'Danh sách bàn giao theo khu phố')
      .getByRole('link', { name: /^Khu phố 3/ })
      .click()
    await expect(heading(school, /Khu phố 3$/)).toBeVisible()
    await expectAccessible(school)
    await sign(school, 'Ký bàn giao', 'Ký bàn giao danh sách này?')
    await expect(message(school, 'Đã ký bàn giao')).toBeVisible()
    await expect(school.getByRole('button', { name: 'Thêm học sinh' })).toBeHidden()
  })

  const head = await as('khupho3')
  await test.step('the neighborhood receives it', async () => {
    await open(head, `/sinh-hoat-he?nam=${year}`)
    await card(head, 'Chờ anh/chị ký nhận').getByRole('link').first().click()
    await expect(heading(head, /Khu phố 3$/)).toBeVisible()
    await sign(head, 'Ký nhận', 'Ký nhận danh sách này?')
    await expect(message(head, 'Đã ký nhận')).toBeVisible()
  })

  await test.step('it rates by the keyboard and returns the children', async () => {
    const rates = head.getByRole('group', { name: /^Xếp loại / })
    await rates.first().getByRole('button').first().focus()
    await head.keyboard.press('1')
    await head.keyboard.press('2')
    await expect(rates.nth(0).getByRole('button', { name: 'Tốt' })).toHaveAttribute('aria-pressed', 'true')
    await expect(rates.nth(1).getByRole('button', { name: 'Khá' })).toHaveAttribute('aria-pressed', 'true')
    await expect(rates.nth(2).getByRole('button').first()).toBeFocused()
    await expectAccessible(head)
    const handover = await nextHandover(api)
    const held = await api('khupho3')
    await expect.poll(async () => (await held.get(`/summer/handovers/${handover.id}`)).rated_count).toBe(2)
    await sign(head, 'Trả về trường', 'Trả trẻ về trường?')
    await expect(message(head, 'Đã trả về trường')).toBeVisible()
  })

  await test.step('the meeting of the return is written into its minutes afterwards', async () => {
    // Somebody comes back for it later.
    await head.reload()
    await card(head, 'Biên bản').getByRole('button', { name: 'Sửa' }).click()
    const minutes = dialog(head, 'Biên bản')
    await expect(minutes.getByLabel('Số bản')).toHaveCount(0)
    await minutes.getByLabel('Buổi trả bắt đầu lúc').fill('14:00')
    await minutes.getByLabel('Buổi trả kết thúc lúc').fill('13:00')
    await minutes.getByRole('button', { name: 'Lưu' }).click()
    await expect(minutes.getByRole('alert')).toContainText('Giờ kết thúc không được trước giờ bắt đầu')
    await minutes.getByLabel('Buổi trả kết thúc lúc').fill('15:30')
    await minutes.getByRole('button', { name: 'Lưu' }).click()
    await expect(card(head, 'Biên bản').getByText('14:00 – 15:30')).toBeVisible()
  })

  await test.step('the ward sees it in the matrix', async () => {
    const officer = await as('chinhsach')
    await open(officer, `/sinh-hoat-he?nam=${year}`)
    await expect(card(officer, 'Bàn giao theo khu phố và trường').getByText('Đã trả về trường')).toBeVisible()
    await expectAccessible(officer)
  })
})

test('a group is made, a session is planned, and its attendance waits on the phone', async ({ as, api }) => {
  const { today } = await (await api('khupho3')).get('/me')
  const head = await as('khupho3')
  await open(head, '/sinh-hoat-he')
  await head.getByRole('button', { name: 'Lập nhóm' }).click()
  const group = dialog(head, 'Lập nhóm sinh hoạt hè')
  await group.getByRole('button', { name: 'Lưu' }).click()
  await expect(group.getByRole('alert')).toContainText('Viết tên nhóm')
  await group.getByLabel('Tên nhóm').fill('Nhóm Sen Hồng')
  await group.getByLabel('Người phụ trách').fill('Lê Thị Mai, 0912345678, Chi đoàn 3')
  await group.getByLabel('Đưa vào nhóm trẻ của các danh sách đã ký nhận').uncheck()
  await group.getByRole('button', { name: 'Lưu' }).click()
  await expect(heading(head, 'Nhóm Sen Hồng')).toBeVisible()

  await head.getByRole('button', { name: 'Thêm buổi' }).click()
  const session = dialog(head, 'Thêm buổi sinh hoạt')
  await session.getByLabel('Ngày', { exact: true }).fill(shown(today))
  await session.getByLabel('Bắt đầu lúc').fill('07:30')
  await session.getByLabel('Địa điểm').fill('Nhà văn hóa khu phố 3')
  await session.getByLabel('Nội dung').fill('Trò chơi dân gian')
  await session.getByRole('button', { name: 'Lưu' }).click()
  await expect(message(head, 'Đã thêm buổi')).toBeVisible()
  await expect(head.getByText('Thông báo còn thiếu')).toBeVisible()
  await expectAccessible(head)

  await open(head, '/diem-danh')
  await expectAccessible(head)
  await card(head, 'Hôm nay')
    .getByRole('link', { name: /Trò chơi dân gian/ })
    .click()
  await expect(heading(head, 'Điểm danh')).toBeVisible()
  await expect(head.getByText('Danh sách chưa có trẻ nào.')).toBeVisible()

  await head.getByRole('button', { name: 'Trẻ mới đến' }).click()
  const finder = dialog(head, 'Trẻ mới đến')
  await finder.getByLabel('Họ tên trẻ').fill('nguyen')
  await finder.getByRole('button', { name: 'Ghi có mặt' }).first().click()
  await expect(head.getByText('1/1 có mặt')).toBeVisible()
})

test('the network is cut in the middle of taking attendance: it arrives exactly once', async ({ as, api }) => {
  const person = await api('khupho3')
  const session = await sessionToday(person)
  const roster = async () => person.get(`/summer/attendance?session_id=${session.id}`)
  const total = (await roster()).items.length
  expect(total).toBeGreaterThan(3)

  const phone = await as('khupho3')
  await open(phone, '/diem-danh')
  await card(phone, 'Hôm nay')
    .getByRole('link', { name: /Kỹ năng phòng, chống đuối nước/ })
    .click()
  await expect(rows(phone)).toHaveCount(total)
  await expectAccessible(phone)
  const box = await rows(phone).first().boundingBox()
  expect(box?.height).toBeGreaterThanOrEqual(60)
  await rows(phone).first().click()
  await expect.poll(async () => (await roster()).counts.present).toBe(1)
  await shellKept(phone)

  await test.step('without a network every tap is kept, also after a reload', async () => {
    await phone.context().setOffline(true)
    await phone.getByRole('button', { name: 'Tất cả có mặt' }).click()
    await rows(phone).nth(1).click()
    await expect(phone.getByText(`${total - 1}/${total} có mặt`)).toBeVisible()
    await expect(phone.getByText(`Chờ gửi ${total - 1}`)).toBeVisible()
    await phone.reload()
    await expect(phone.getByText(`${total - 1}/${total} có mặt`)).toBeVisible()
    await expect(phone.getByText(/^Không có kết nối\. Đang xem danh sách lưu trên máy/)).toBeVisible()
    await phone
      .getByRole('button', { name: /^Ghi khác cho/ })
      .nth(2)
      .click()
    const sheet = phone.getByRole('dialog')
    await sheet.getByRole('button', { name: 'Vắng có phép' }).click()
    await sheet.getByLabel('Lý do hoặc ghi chú').fill('Về quê')
    await sheet.getByRole('button', { name: 'Ghi', exact: true }).click()
    await expect(phone.getByText(`${total - 2}/${total} có mặt`)).toBeVisible()
    await expectAccessible(phone)
    await phone.goto('/cho-gui')
    await expect(phone.getByRole('listitem').filter({ hasText: 'Nhóm Măng Non' })).toHaveCount(1)
    expect((await roster()).counts).toMatchObject({ present: 1, absent: 0, excused: 0 })
  })

  await test.step('another phone marks the same child meanwhile', async () => {
    const other = await api('doan')
    const late = (await roster()).items[3].child_id
    await other.post('/summer/attendance', { session_id: session.id, marks: [{ child_id: late, state: 'late' }] })
  })

  await test.step('with the network it arrives once, and the other phone’s mark is shown', async () => {
    await phone.goto(`/diem-danh/${session.id}`)
    await expect(rows(phone)).toHaveCount(total)
    await phone.context().setOffline(false)
    await expect
      .poll(async () => (await roster()).counts, { timeout: 30_000 })
      .toMatchObject({
        present: total - 3,
        late: 1,
        absent: 1,
        excused: 1,
      })
    await expect(phone.getByText(/^1 trẻ đã được máy khác ghi sau/)).toBeVisible()
    await expect(phone.getByText(/^Chờ gửi/)).toHaveCount(0)
    await expect(phone.getByText(`${total - 2}/${total} có mặt`)).toBeVisible()
    const { items } = await roster()
    expect(items[2]).toMatchObject({ state: 'excused', note: 'Về quê' })
    expect(items.flatMap((one: Row) => one.conflicts)).toHaveLength(1)
  })

  await test.step('nothing of the roster stays after the person signs out', async () => {
    await signOut(phone)
    const kept = await phone.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const asked = indexedDB.open('bup')
          asked.onerror = () => reject(new Error('indexedDB'))
          asked.onsuccess = () => {
            const rows = asked.result.transaction('snapshots').objectStore('snapshots').count()
            rows.onsuccess = () => resolve(rows.result)
          }
        }),
    )
    expect(kept).toBe(0)
  })
})

test('opinions of a whole group are written down on the phone and told at the session', async ({ as, api }) => {
  const person = await api('khupho3')
  const session = await sessionToday(person)
  const total = (await person.get(`/summer/groups/${session.group_id}`)).members.length
  const head = await as('khupho3')
  await open(head, `/sinh-hoat-he/nhom/${session.group_id}`)
  await expect(head.getByText(`0 đồng ý · ${total} chưa hỏi`)).toBeVisible()
  await head.getByRole('link', { name: 'Ghi ý kiến' }).click()
  await expect(heading(head, 'Ý kiến tham gia')).toBeVisible()
  await expect(card(head, 'Nói với gia đình').getByText('Kỹ năng phòng, chống đuối nước')).toBeVisible()
  await expectAccessible(head)

  const lines = head.getByRole('list', { name: 'Ý kiến từng trẻ' }).getByRole('listitem')
  const parents = lines.first().getByRole('group', { name: /^Cha mẹ/ })
  await parents.getByRole('button', { name: 'Không' }).click()
  await lines
    .first()
    .getByRole('button', { name: /^Ghi điều nói thêm/ })
    .click()
  await lines
    .first()
    .getByLabel(/^Nói thêm/)
    .fill('Hè này cháu về quê')
  const child = lines.first().getByRole('group', { name: /^Trẻ/ })
  if ((await child.count()) > 0) {
    await expect(head.getByText('1 trẻ còn thiếu ý kiến của cha mẹ hoặc của trẻ')).toBeVisible()
    await child.getByRole('button', { name: 'Đồng ý' }).click()
  }
  await head.getByRole('button', { name: `${total - 1} trẻ chưa hỏi: đều đồng ý` }).click()
  await expect(head.getByText(`${total - 1} đồng ý · 1 không đồng ý`)).toBeVisible()
  await head.getByRole('button', { name: `Lưu ý kiến của ${total} trẻ` }).click()
  await expect(message(head, `Đã lưu ý kiến của ${total} trẻ`)).toBeVisible()
  await expectAccessible(head)

  await open(head, `/diem-danh/${session.id}`)
  await expect(head.getByText(`Ý kiến tham gia: ${total - 1} đồng ý, 1 không đồng ý`)).toBeVisible()
  await expect(head.getByText('Cha mẹ không đồng ý · Hè này cháu về quê')).toBeVisible()
  await expectAccessible(head)
})

test('a session for a whole khu phố shows whom it reaches, and is undone at once', async ({ as, api }) => {
  const { today } = await (await api('doan')).get('/me')
  const union = await as('doan')
  await open(union, '/sinh-hoat-he')
  await union.getByRole('button', { name: 'Thêm buổi cho cả khu phố' }).click()
  const plan = dialog(union, 'Thêm buổi cho cả khu phố')
  await plan.getByRole('combobox', { name: 'Khu phố' }).click()
  await union.getByRole('option', { name: 'Khu phố 1', exact: true }).click()
  await expect(plan.getByText(/^Dành cho 2 nhóm, \d+ trẻ$/)).toBeVisible()
  await expect(plan.getByText(/^Nhóm nhi đồng khu phố 1: \d+ trẻ$/)).toBeVisible()
  await plan.getByLabel('Ngày', { exact: true }).fill(shown(today))
  await plan.getByLabel('Địa điểm').fill('Sân vận động')
  await plan.getByLabel('Nội dung').fill('Ngày hội thiếu nhi')
  await expectAccessible(union)
  await plan.getByRole('button', { name: 'Lưu' }).click()
  const line = card(union, 'Buổi sinh hoạt của cả khu phố').getByRole('listitem').filter({ hasText: 'Ngày hội' })
  await expect(line).toContainText('Cả khu phố 1')
  await union.getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(line).toContainText('Đã hủy')
})

test('a school brings its own list: some are found, one is added, one is left out', async ({ as, api }) => {
  const { today } = await (await api('truong2')).get('/me')
  const year = Number(today.slice(0, 4)) + 1
  const some = (await (await api('truong2')).post('/children/search', { q: 'Nguyễn', limit: 2 })).items
  const born = (child: Row) => shown(child.date_of_birth)
  const rows = [
    ['Họ và tên', 'Ngày sinh', 'Giới tính', 'Lớp', 'Khu phố'],
    ...some.map((child: Row) => [child.full_name, born(child), '', '4A', '']),
    ['Ung Thị Sương', `12/03/${year - 10}`, 'Nữ', '4A', 'Khu phố 2'],
    ['Nhữ Văn Khôi', `13/03/${year - 10}`, 'Nam', '4A', 'Khu phố 5'],
    ['Sầm Thị Mơ', `31/02/${year - 10}`, 'Nữ', '4A', 'Khu phố 5'],
  ]
  const file = Buffer.from(rows.map((row) => row.join(',')).join('\n'))
  const school = await as('truong2')
  await open(school, `/sinh-hoat-he?nam=${year}`)
  await school.getByRole('link', { name: 'Từ danh sách của trường' }).click()
  await expect(heading(school, 'Bàn giao từ danh sách của trường')).toBeVisible()
  await expectAccessible(school)
  const upload = (name: string, buffer: Buffer) =>
    school.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer })
  await upload('hong.csv', Buffer.from('%PDF-1.7'))
  await expect(school.getByRole('alert')).toContainText('PDF')
  await upload('hoc-sinh-4a.csv', file)
  await expect(card(school, 'Đã có trong danh sách của phường (2)')).toBeVisible()
  await expect(card(school, 'Dòng phải sửa trong tệp (1)').getByText('Sầm Thị Mơ')).toBeVisible()
  const unknown = card(school, 'Chưa có trong danh sách của phường (2)')
  const suong = unknown.getByRole('group', { name: 'Quyết định cho Ung Thị Sương' })
  await expect(suong.getByLabel('Để lại')).toBeChecked()
  await suong.getByLabel('Thêm vào danh sách của phường').check()
  await expect(school.getByText('Đưa vào danh sách 2 em đã có, thêm mới 1 em, để lại 2 dòng')).toBeVisible()
  await expectAccessible(school)
  await school.getByRole('button', { name: 'Lập danh sách bàn giao' }).click()
  await dialog(school, 'Lập danh sách bàn giao theo khu phố?')
    .getByRole('button', { name: 'Lập danh sách bàn giao' })
    .click()
  await expect(message(school, /^Đã đưa 3 em vào danh sách/)).toBeVisible()
  await expect(heading(school, 'Sinh hoạt hè')).toBeVisible()
  const made = await (await api('truong2')).get(`/summer/handovers?year=${year}`)
  expect(made.items.reduce((sum: number, one: Row) => sum + one.children_count, 0)).toBe(3)
  const found = await (await api('chinhsach')).post('/children/search', { q: 'Nhữ Văn Khôi' })
  expect(found.total).toBe(0)
})
