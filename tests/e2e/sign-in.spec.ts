import { expectAccessible } from './support/axe.ts'
import { expect, signIn, test } from './support/test.ts'

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

test('a neighborhood signs in and stays signed in after a reload', async ({ page }) => {
  await signIn(page, 'khupho1')
  await expect(page.getByRole('main')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('main')).toBeVisible()
  await expect(page).not.toHaveURL(/dang-nhap/)
})
