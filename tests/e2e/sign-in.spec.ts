import { expectAccessible } from './support/axe.ts'
import { card, expect, signIn, test } from './support/test.ts'

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
