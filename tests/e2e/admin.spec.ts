import type { Locator } from '@playwright/test'
import type { Row } from './support/api.ts'
import {
  card,
  expect,
  giveName,
  heading,
  isPhone,
  message,
  open,
  signIn,
  signOut,
  test,
  type Page,
} from './support/test.ts'

// Several people sign in, each on a device of their own.
test.describe.configure({ timeout: 120_000 })

/** A line of a list: of the table on the desk, of the list on the phone. */
const row = (page: Page, text: string | RegExp) =>
  page.getByRole('main').getByRole('row').or(page.getByRole('main').getByRole('listitem')).filter({ hasText: text })

async function act(page: Page, whom: string, what: string): Promise<void> {
  await page.getByRole('button', { name: `Thao tác với ${whom}`, exact: true }).click()
  await page.getByRole('menuitem', { name: what, exact: true }).click()
}

async function choose(within: Page | Locator, label: string, option: string): Promise<void> {
  await within.getByRole('combobox', { name: label }).click()
  const page = 'page' in within ? within.page() : within
  await page.getByRole('option', { name: option, exact: true }).click()
}

/** Where the menu's links stand: beside the page, or behind "Thêm" on the phone. */
async function menu(page: Page) {
  if (!isPhone(page)) return page.getByRole('navigation', { name: 'Mục chính' })
  await page.getByRole('button', { name: 'Thêm', exact: true }).click()
  return page.getByRole('dialog', { name: 'Búp Trên Cành' })
}

/** The menu under one's own name. */
async function ownMenu(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: /^Tài khoản của/ }).click()
  await expect(page.getByRole('menuitem', { name: 'Đăng xuất' })).toBeVisible()
  return page.getByRole('menu')
}

const inDays = (today: string, days: number) =>
  new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10).split('-').reverse().join('/')

test('a new person gets a first password, must change it, and then works', async ({ as, page }) => {
  const admin = await as('quantri')
  await open(admin, '/quan-tri/nguoi-dung')
  await admin.getByRole('button', { name: 'Thêm người dùng' }).click()
  const dialog = admin.getByRole('dialog', { name: 'Thêm người dùng' })
  await dialog.getByRole('button', { name: 'Tạo tài khoản' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Chọn đơn vị')
  await dialog.getByLabel('Họ và tên').fill('Hồ Thị Yến')
  await dialog.getByLabel('Tên đăng nhập').fill('yen.kp5')
  await choose(dialog, 'Vai trò', 'Khu phố')
  await choose(dialog, 'Đơn vị', 'Khu phố 5')
  await dialog.getByRole('button', { name: 'Tạo tài khoản' }).click()
  const secret = admin.getByRole('dialog', { name: 'Mật khẩu ban đầu' })
  const first = await secret.getByLabel('Mật khẩu ban đầu').innerText()
  await secret.getByRole('button', { name: 'Tôi đã chép lại' }).click()
  await expect(secret).toBeHidden()
  await expect(row(admin, 'Hồ Thị Yến')).toContainText('yen.kp5')

  const own = 'mot cau rat de nho cua rieng toi'
  await signIn(page, 'yen.kp5', first)
  await expect(heading(page, 'Đặt mật khẩu mới')).toBeVisible()
  // No way around it.
  await page.goto('/viec')
  await expect(heading(page, 'Đặt mật khẩu mới')).toBeVisible()
  await page.getByLabel('Mật khẩu được cấp').fill(first)
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill('ngan qua')
  await page.getByRole('button', { name: 'Lưu mật khẩu' }).click()
  await expect(page.getByRole('alert')).toContainText('Mật khẩu mới cần ít nhất 12 ký tự')
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(own)
  await page.getByLabel('Gõ lại mật khẩu mới').fill(own)
  await page.getByRole('button', { name: 'Lưu mật khẩu' }).click()
  await expect(heading(page, /Yến/)).toBeVisible()
  await expect(
    card(page, 'Việc của đơn vị tôi')
      .getByRole('link', { name: /các khu phố/ })
      .first(),
  ).toBeVisible()

  await signOut(page)
  await giveName(page, 'yen.kp5', first)
  await expect(page.getByText('Tên đăng nhập hoặc mật khẩu')).toBeVisible()
  await signIn(page, 'yen.kp5', own)
  await expect(heading(page, /Yến/)).toBeVisible()
})

test('a locked person is led to the sign-in at the next step, and comes back once unlocked', async ({ as }) => {
  const person = await as('khupho5')
  const admin = await as('quantri')
  await open(admin, '/quan-tri/nguoi-dung')
  await admin.getByRole('searchbox', { name: 'Tìm theo tên' }).fill('duc')
  await expect(row(admin, 'Lương Gia Bảo'), 'the list moves once, before its menu is opened').toHaveCount(0)
  await expect(row(admin, 'Hoàng Văn Đức')).toBeVisible()
  await act(admin, 'Hoàng Văn Đức', 'Khóa tài khoản')
  const sure = admin.getByRole('dialog', { name: 'Khóa tài khoản của Hoàng Văn Đức?' })
  await sure.getByRole('button', { name: 'Khóa tài khoản' }).click()
  await expect(message(admin, 'Đã khóa tài khoản')).toBeVisible()
  await expect(row(admin, 'Hoàng Văn Đức')).toContainText('Đã khóa')

  await person.getByRole('link', { name: 'Việc', exact: true }).filter({ visible: true }).click()
  const again = person.getByRole('dialog', { name: 'Phiên làm việc đã hết hạn' })
  await again.getByLabel('Mật khẩu', { exact: true }).fill('BaDinh@2024!')
  await again.getByRole('button', { name: 'Đăng nhập lại' }).click()
  await expect(again.getByText('Tên đăng nhập hoặc mật khẩu')).toBeVisible()
  await again.getByRole('button', { name: 'Thoát ra' }).click()
  await expect(heading(person, 'Đăng nhập')).toBeVisible()

  await act(admin, 'Hoàng Văn Đức', 'Mở khóa')
  await expect(message(admin, 'Đã mở khóa')).toBeVisible()
  await signIn(person, 'khupho5')
  await expect(heading(person, /Đức/)).toBeVisible()

  await open(admin, '/quan-tri/nhat-ky')
  await expect(row(admin, 'Lương Gia Bảo đã mở khóa một tài khoản').first()).toBeVisible()
  await expect(row(admin, 'Lương Gia Bảo đã khóa một tài khoản').first()).toBeVisible()
})

test('a unit gets a new name and keeps the old one in its history', async ({ as, api }) => {
  const admin = await as('quantri')
  await open(admin, '/quan-tri/don-vi')
  await act(admin, 'Khu phố 7', 'Lịch sử')
  await expect(admin.getByRole('dialog', { name: 'Lịch sử: Khu phố 7' })).toContainText('Chưa có thay đổi nào.')
  await admin.keyboard.press('Escape')

  await act(admin, 'Khu phố 7', 'Đổi tên, mã')
  const dialog = admin.getByRole('dialog', { name: 'Đổi tên, mã' })
  await dialog.getByLabel('Tên', { exact: true }).fill('Khu phố Hòa Bình')
  await dialog.getByLabel('Căn cứ, ghi chú').fill('Nghị quyết số 12/NQ-HĐND')
  await dialog.getByRole('button', { name: 'Lưu' }).click()
  await expect(message(admin, 'Đã lưu')).toBeVisible()
  await expect(row(admin, 'Khu phố Hòa Bình')).toBeVisible()
  await expect(row(admin, 'Khu phố 7')).toHaveCount(0)

  await act(admin, 'Khu phố Hòa Bình', 'Lịch sử')
  const history = admin.getByRole('dialog', { name: 'Lịch sử: Khu phố Hòa Bình' })
  await expect(history).toContainText('Khu phố 7 → Khu phố Hòa Bình')
  await expect(history).toContainText('Nghị quyết số 12/NQ-HĐND')
  expect((await (await api('khupho7')).get('/me')).unit.name).toBe('Khu phố Hòa Bình')
})

test('two units become one: the task and the people go along', async ({ as, api }) => {
  const officer = await api('chinhsach')
  const units: Row[] = (await officer.get('/units?limit=100')).items
  const eleven = units.find((unit) => unit.name === 'Khu phố 11')
  const title = 'Sửa sân chơi trước nhà văn hóa'
  const { today } = await officer.get('/me')
  const task = await officer.post('/tasks', { title, lead_unit_id: eleven.id, due_on: today })
  const person = await as('khupho10')
  await person.goto(`/viec/${task.id}`)
  await expect(heading(person, 'Không tìm thấy')).toBeVisible()

  const admin = await as('quantri')
  await open(admin, '/quan-tri/don-vi')
  await act(admin, 'Khu phố 11', 'Sáp nhập vào đơn vị khác')
  const dialog = admin.getByRole('dialog', { name: 'Sáp nhập vào đơn vị khác: Khu phố 11' })
  await expect(dialog).toContainText('Không tách lại được.')
  await choose(dialog, 'Sáp nhập vào', 'Khu phố 10')
  await dialog.getByRole('button', { name: 'Sáp nhập vào đơn vị khác' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Nêu căn cứ')
  await dialog.getByLabel('Căn cứ, ghi chú').fill('Nghị quyết số 15/NQ-HĐND')
  await dialog.getByRole('button', { name: 'Sáp nhập vào đơn vị khác' }).click()
  await expect(message(admin, 'Đã sáp nhập')).toBeVisible()
  await expect(row(admin, 'Khu phố 11')).toHaveCount(0)
  await admin.getByLabel('Hiện cả đơn vị đã sáp nhập, giải thể').check()
  await expect(row(admin, 'Khu phố 11')).toContainText('vào Khu phố 10')

  await open(person, `/viec/${task.id}`)
  await expect(heading(person, title)).toBeVisible()
  await expect(person.getByRole('button', { name: 'Cập nhật' })).toBeVisible()
  expect((await (await api('khupho11')).get('/me')).unit.name).toBe('Khu phố 10')
  expect((await officer.get(`/tasks/${task.id}`)).lead_unit.name).toBe('Khu phố 10')
})

test('the chair lets the deputy sign for some days; the log says for whom', async ({ as, api }) => {
  const { today } = await (await api('chutich')).get('/me')
  const deputy = await as('lanhdao')
  await expect(await ownMenu(deputy)).not.toContainText('Đang ký thay')

  const chair = await as('chutich')
  await open(chair, '/quan-tri/uy-quyen')
  await chair.getByRole('button', { name: 'Thêm ủy quyền' }).click()
  const dialog = chair.getByRole('dialog', { name: 'Thêm ủy quyền' })
  await dialog.getByRole('combobox', { name: 'Người được ủy quyền' }).click()
  // Only another leader signs for a leader.
  await expect(chair.getByRole('option')).toHaveText(['Trần Thị Nga, Phó Chủ tịch'])
  await chair.getByRole('option', { name: 'Trần Thị Nga' }).click()
  await dialog.getByLabel('Đến ngày').fill(inDays(today, -1))
  await dialog.getByLabel('Lý do, văn bản').fill('Đi công tác, Quyết định 30/QĐ-UBND')
  await dialog.getByRole('button', { name: 'Lưu ủy quyền' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Ngày kết thúc phải sau ngày bắt đầu')
  await dialog.getByLabel('Đến ngày').fill(inDays(today, 5))
  await dialog.getByRole('button', { name: 'Lưu ủy quyền' }).click()
  await expect(message(chair, 'Đã lưu ủy quyền')).toBeVisible()
  await expect(row(chair, 'Trần Thị Nga')).toContainText('Đang có hiệu lực')

  await test.step('the deputy signs for the chair', async () => {
    await deputy.reload()
    await expect(await ownMenu(deputy)).toContainText('Đang ký thay Nguyễn Hữu Thọ')
    await deputy.getByRole('menuitem', { name: 'Tài khoản của tôi' }).click()
    await expect(card(deputy, 'Ủy quyền đang có hiệu lực')).toContainText(
      `Nguyễn Hữu Thọ ủy quyền cho Trần Thị Nga, ${inDays(today, 0).slice(0, 5)}`,
    )
    await open(deputy, '/')
    await card(deputy, /^Chờ anh\/chị quyết định/)
      .getByRole('link', { name: 'Chưa có bể bơi để mở lớp dạy bơi' })
      .click()
    await deputy.getByLabel('Nội dung trả lời').fill('Thuê bể bơi của Trường THCS.')
    await deputy.getByRole('button', { name: 'Trả lời', exact: true }).click()
    await expect(message(deputy, 'Đã gửi trả lời')).toBeVisible()
  })

  await test.step('the log names both', async () => {
    const admin = await as('quantri')
    await open(admin, '/quan-tri/nhat-ky')
    const answered = row(admin, 'đã trả lời một vướng mắc').first()
    await expect(answered).toContainText('Trần Thị Nga')
    await expect(answered).toContainText('ký thay Nguyễn Hữu Thọ')
    const given = row(admin, 'đã ủy quyền ký thay').first()
    await expect(given).toContainText('Nguyễn Hữu Thọ')
  })

  await test.step('taken back, it is over at once', async () => {
    await row(chair, 'Trần Thị Nga').getByRole('button', { name: 'Thu hồi' }).click()
    const sure = chair.getByRole('dialog', { name: 'Thu hồi ủy quyền này?' })
    await sure.getByRole('button', { name: 'Thu hồi' }).click()
    await expect(message(chair, 'Đã thu hồi ủy quyền')).toBeVisible()
    await expect(row(chair, 'Trần Thị Nga')).toContainText('Đã thu hồi')
    await deputy.reload()
    await expect(await ownMenu(deputy)).not.toContainText('Đang ký thay')
  })
})

test('a neighborhood is refused at the door of the administration, and the log knows', async ({ as }) => {
  const person = await as('khupho2')
  const links = await menu(person)
  await expect(links.getByRole('link', { name: 'Ai được làm gì' })).toBeVisible()
  for (const name of ['Người dùng', 'Đơn vị', 'Ủy quyền', 'Nhật ký']) {
    await expect(links.getByRole('link', { name, exact: true })).toHaveCount(0)
  }
  for (const path of ['/quan-tri/nguoi-dung', '/quan-tri/don-vi', '/quan-tri/uy-quyen', '/quan-tri/nhat-ky']) {
    await open(person, path)
    await expect(person.getByText('Phần này dành cho người khác phụ trách')).toBeVisible()
    await expect(person.getByText(/^Vai trò của anh\/chị không được làm việc này/)).toBeVisible()
    await expect(person.getByRole('button', { name: /^Thêm (người dùng|đơn vị|ủy quyền)$/ })).toHaveCount(0)
  }
  await person.getByRole('link', { name: 'Xem ai được làm gì' }).click()
  await expect(heading(person, 'Ai được làm gì')).toBeVisible()

  const admin = await as('quantri')
  await (await menu(admin)).getByRole('link', { name: 'Nhật ký' }).click()
  await expect(heading(admin, 'Nhật ký')).toBeVisible()
  if (isPhone(admin)) await admin.locator('summary', { hasText: /^Lọc/ }).click()
  await choose(admin, 'Kết quả', 'Bị từ chối')
  // The order of refusals of one second is the log's own affair.
  const refused = row(admin, 'Trần Thị Bình')
  await expect(refused.filter({ hasText: 'bị từ chối khi xem người dùng, đơn vị' }).first()).toBeVisible()
  await expect(refused.filter({ hasText: 'bị từ chối khi xem nhật ký' }).first()).toBeVisible()
})
