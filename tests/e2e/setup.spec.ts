// The first start of a real ward: from the code on the server's console to the first officer at work.
import { expectAccessible } from './support/axe.ts'
import { startNewServer } from './support/server.ts'
import { expect, giveName, heading, isPhone, signIn, test as base, type Page } from './support/test.ts'
import { setUpCodes } from './support/totp.ts'

const test = base.extend({
  server: async ({}, use) => {
    const server = await startNewServer()
    await use(server)
    await server.stop()
  },
})

const OWN = 'ba con vịt đi bộ về nhà'

const forward = (page: Page) => page.getByRole('button', { name: 'Tiếp tục' }).click()

async function fits(page: Page): Promise<void> {
  if (!isPhone(page)) return
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 })
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(over, `${width} px`).toBeLessThanOrEqual(0)
  }
  await page.setViewportSize({ width: 390, height: 844 })
}

test('a ward is set up from nothing, and its first officer sees the units', async ({ page, server }) => {
  // Every address leads here until there is a ward.
  for (const path of ['/', '/nhiem-vu', '/bao-tin', '/dang-nhap', '/cong-khai']) {
    await page.goto(path)
    await expect(page).toHaveURL(/\/cai-dat$/)
  }
  await expect(heading(page, 'Mã thiết lập')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Mã thiết lập').fill('ABCD-EFGH-JKMN')
  await page.getByRole('button', { name: 'Bắt đầu thiết lập' }).click()
  await expect(page.getByText('Mã thiết lập chưa đúng.')).toBeVisible()
  const code = server.bup(['setup-code']).match(/\S{4}-\S{4}-\S{4}/)![0]
  await page.getByLabel('Mã thiết lập').fill(code.toLowerCase())
  await page.keyboard.press('Enter')

  await expect(heading(page, 'Phường, xã')).toBeVisible()
  await forward(page)
  await expect(page.getByRole('alert')).toContainText('Nhập tên phường, xã')
  await page.getByLabel('Tên', { exact: true }).fill('Đông Sơn')
  await page.getByLabel('Tỉnh, thành phố').fill('tỉnh Thanh Hóa')
  await expect(page.getByLabel('Cấp trên trực tiếp')).toHaveValue('UBND tỉnh Thanh Hóa')
  await page.getByRole('button', { name: 'Thêm số' }).click()
  await page.getByLabel('Số điện thoại', { exact: true }).fill('02373824113')
  await expect(page.getByText('Đông Sơn, ngày')).toBeVisible()
  await expectAccessible(page)
  await fits(page)

  // A reload loses nothing but the code, which is nobody's to keep.
  await page.waitForTimeout(400)
  await page.reload()
  await page.getByLabel('Mã thiết lập').fill(code)
  await page.getByRole('button', { name: 'Bắt đầu thiết lập' }).click()
  await expect(page.getByLabel('Tên', { exact: true })).toHaveValue('Đông Sơn')
  await forward(page)

  await expect(heading(page, 'Đơn vị')).toBeVisible()
  await expect(page.getByLabel('Tên đơn vị 5')).toHaveValue('Công an phường')
  await page.getByRole('checkbox', { name: 'Dùng Trường THCS Đông Sơn' }).uncheck()
  await page.getByLabel('Tên đơn vị 12').fill('Trường Tiểu học Lê Lợi')
  await page.getByRole('button', { name: 'Thêm đơn vị khác' }).click()
  await page.keyboard.type('Trường TH & THCS Đông Sơn')
  await expectAccessible(page)
  await fits(page)
  await forward(page)

  await expect(heading(page, 'Khu phố, thôn')).toBeVisible()
  await page.getByLabel('Số lượng').fill('3')
  await page.getByRole('button', { name: 'Tạo danh sách' }).click()
  await page.getByLabel('Dán danh sách').fill('1\tThôn Đoài\n2\tThôn Đông\n3\tkhu phố 3')
  await page.getByRole('button', { name: 'Thêm vào danh sách' }).click()
  await expect(page.getByText('Danh sách: 5 khu phố, thôn')).toBeVisible()
  await page.getByLabel('Tên thứ 3').fill('Khu phố Ba')
  await expectAccessible(page)
  await fits(page)
  await forward(page)

  await expect(heading(page, 'Tài khoản')).toBeVisible()
  await page.getByLabel('Họ và tên').fill('Lương Gia Bảo')
  await page.getByLabel('Mật khẩu', { exact: true }).fill('123456')
  await expect(page.getByText('Mật khẩu còn yếu')).toBeVisible()
  await page.getByLabel('Mật khẩu', { exact: true }).fill(OWN)
  await page.getByLabel('Nhập lại mật khẩu').fill(OWN)
  await page.getByRole('button', { name: 'Lập sẵn mỗi đơn vị một dòng' }).click()
  await page.getByRole('button', { name: 'Dán từ Excel' }).click()
  await page
    .getByRole('textbox', { name: 'Dán từ Excel' })
    .fill(
      'Họ và tên\tChức vụ\tĐơn vị\tSĐT\nTrần Thị Nga\tPhó Chủ tịch\tLãnh đạo UBND phường\n' +
        'Lê Thu Hà\tCông chức\tPhòng Văn hóa – Xã hội\t0912345678\nNguyễn Văn Ân\tTrưởng thôn\tthôn đoài',
    )
  await page.getByRole('button', { name: 'Thêm vào danh sách' }).click()
  await expect(page.getByText('3 tài khoản sẽ được tạo')).toBeVisible()
  await expectAccessible(page)
  await fits(page)
  await forward(page)

  await expect(heading(page, 'Xem lại')).toBeVisible()
  await expect(page.getByText('Lê Thu Hà (chinhsach), Phòng Văn hóa – Xã hội')).toBeVisible()
  await expect(page.getByText('Khu phố Ba')).toBeVisible()
  // Back and forth loses nothing, not even the password.
  await page.getByRole('button', { name: 'Sửa: Khu phố, thôn' }).click()
  await expect(page.getByLabel('Tên thứ 3')).toHaveValue('Khu phố Ba')
  await forward(page)
  await expect(page.getByLabel('Mật khẩu', { exact: true })).toHaveValue(OWN)
  await forward(page)
  await expectAccessible(page)
  await fits(page)
  await page.getByRole('button', { name: 'Tạo phường và các tài khoản' }).click()

  await expect(heading(page, 'Phường Đông Sơn đã sẵn sàng')).toBeVisible({ timeout: 30_000 })
  const slip = page.getByRole('article').filter({ hasText: 'Lê Thu Hà' })
  const first = (await slip.getByText(/^\w{4}-\w{4}-\w{4}-\w{4}$/).textContent())!
  await expectAccessible(page)
  await fits(page)
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(first)
  await page.getByLabel('Tôi đã in hoặc chép lại các mật khẩu này').check()
  await page.getByRole('button', { name: 'Đến trang đăng nhập' }).click()

  await expect(page).toHaveURL(/dang-nhap/)
  await giveName(page, 'chinhsach', first)
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill('con mèo đen trên mái nhà')
  await page.getByLabel('Gõ lại mật khẩu mới').fill('con mèo đen trên mái nhà')
  await page.getByRole('button', { name: 'Lưu mật khẩu' }).click()
  await setUpCodes(page, 'con mèo đen trên mái nhà')
  await page.goto('/quan-tri/don-vi')
  await expect(page.getByText('Trường Tiểu học Lê Lợi').first()).toBeVisible()
  await expect(page.getByText('Khu phố Ba').first()).toBeVisible()

  // It is closed for ever, and nothing of it was logged.
  await page.goto('/cai-dat')
  await expect(heading(page, 'Hệ thống đã được thiết lập')).toBeVisible()
  expect(() => server.bup(['setup-code'])).toThrow()
  const log = await server.log()
  expect(log).toContain('a setup code was printed')
  for (const secret of [server.setupCode, code, first, OWN]) expect(log).not.toContain(secret)
})

test('the administrator goes on where the setup stopped: everything can be changed', async ({ page, server }) => {
  const setup = {
    ward: { name: 'Xã Hà Long', place: 'Hà Long' },
    units: [
      { kind: 'leadership', name: 'Lãnh đạo UBND xã' },
      { kind: 'neighborhood', name: 'Thôn 1' },
    ],
    admin: { username: 'quantri', full_name: 'Lương Gia Bảo', password: OWN },
  }
  const answer = await page.request.post('/api/v1/setup', { data: { code: server.setupCode, setup } })
  expect(answer.status()).toBe(201)
  await signIn(page, 'quantri', OWN)
  await setUpCodes(page, OWN)
  await page.goto('/quan-tri/cai-dat')
  await page.getByLabel('Tên phường, xã').fill('Xã Hà Long Mới')
  await page.getByLabel('Địa chỉ trụ sở').fill('Thôn 1, Hà Long')
  await page.getByRole('button', { name: 'Lưu tên và địa chỉ' }).click()
  await expect(page.getByText('Đã lưu').first()).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Tên phường, xã')).toHaveValue('Xã Hà Long Mới')
  await page.goto('/quan-tri/don-vi')
  await expect(page.getByRole('button', { name: 'Thêm đơn vị' })).toBeVisible()
  await page.goto('/quan-tri/nguoi-dung')
  await expect(page.getByRole('button', { name: 'Thêm người dùng' })).toBeVisible()
})
