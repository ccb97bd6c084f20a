import { expectAccessible } from './support/axe.ts'
import { startServer } from './support/server.ts'
import { card, expect, giveName, heading, open, PASSWORD, signIn, test } from './support/test.ts'
import { setUpCodes } from './support/totp.ts'

test('a wrong password is refused in Vietnamese, and the page can be used by everybody', async ({ page }) => {
  await page.goto('/dang-nhap')
  await expectAccessible(page)
  await page.getByLabel('Tên đăng nhập').fill('khupho1')
  await page.getByLabel('Mật khẩu', { exact: true }).fill('khong-phai-mat-khau')
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await expect(page.getByText('Tên đăng nhập hoặc mật khẩu')).toBeVisible()
  await expect(page).toHaveURL(/dang-nhap/)
  await expectAccessible(page)
})

test('the upper level reads at once what its wards have not done', async ({ as }) => {
  const page = await as('captren')
  await expect(card(page, 'Đơn vị đang chậm').getByRole('link').first()).toBeVisible()
  await expect(card(page, 'Tiến độ theo mục kế hoạch')).toBeVisible()
  await expect(card(page, 'Tiến độ của các phường')).toContainText(/Phường Ba Đình\d+\/\d+ xong, \d+ quá hạn/)
  await expect(page.getByText('Chưa có kế hoạch nào đang thực hiện.')).toHaveCount(0)
})

test('a neighborhood signs in and stays signed in after a reload', async ({ page }) => {
  await signIn(page, 'khupho1')
  await expect(page.getByRole('main')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('main')).toBeVisible()
  await expect(page).not.toHaveURL(/dang-nhap/)
})

test('in a real ward a leader sets up one-time codes before anything else', async ({ demoData, page }) => {
  const ward = await startServer(demoData, 'ward')
  try {
    await page.goto(`${ward.url}/dang-nhap`)
    await giveName(page, 'lanhdao')
    await expect(heading(page, 'Bật xác thực hai bước')).toBeVisible()
    await expectAccessible(page)
    // No way round it: another page, or the same anew.
    await page.goto(`${ward.url}/tre-em`)
    await expect(heading(page, 'Bật xác thực hai bước')).toBeVisible()
    await expect(page.getByRole('navigation')).toHaveCount(0)

    await setUpCodes(page, PASSWORD)
    await open(page, `${ward.url}/tai-khoan`)
    await expect(card(page, 'Xác thực hai bước')).toContainText('Còn 10 mã dự phòng')
    // A neighborhood's head works as before.
    await page.context().clearCookies()
    await page.goto(`${ward.url}/dang-nhap`)
    await giveName(page, 'khupho1')
    await expect(heading(page, /Ân/)).toBeVisible()
  } finally {
    await ward.stop()
  }
})
