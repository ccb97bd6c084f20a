// Failed sign-ins as the administrator sees them: the bell, the first screen, the list, its filters and its file.
import { readFile } from 'node:fs/promises'
import { expectAccessible } from './support/axe.ts'
import { expect, heading, isPhone, open, test, type Page } from './support/test.ts'

test.describe.configure({ timeout: 120_000 })

const PATH = '/quan-tri/dang-nhap'

const line = (page: Page, text: string | RegExp) =>
  page.getByRole('main').getByRole('row').or(page.getByRole('main').getByRole('listitem')).filter({ hasText: text })

async function unfold(page: Page): Promise<void> {
  const summary = page.locator('summary', { hasText: /^Lọc/ })
  if (isPhone(page) && !(await page.getByLabel('Từ ngày').isVisible())) await summary.click()
}

test('the administrator sees who could not sign in, and hears of a lock', async ({ as, request, server }) => {
  const admin = await as('quantri')
  await open(admin, PATH)
  await expect(heading(admin, 'Lượt đăng nhập')).toBeVisible()
  await expect(admin.getByText('Chưa có lượt đăng nhập nào không được.')).toBeVisible()
  await expectAccessible(admin)

  const tryIn = (username: string) =>
    request.post(`${server.url}/api/v1/auth/login`, { data: { username, password: 'sai mật khẩu' } })
  for (let n = 0; n < 11; n += 1) await tryIn('doan')
  await tryIn('mat-khau-go-nham')

  await test.step('the first screen says so and leads there', async () => {
    await open(admin, '/')
    await expect(admin.getByText('Hôm nay có 1 lượt tài khoản bị tạm khóa')).toBeVisible()
    await expectAccessible(admin)
    await admin.getByRole('link', { name: 'Xem lượt đăng nhập' }).click()
    await expect(line(admin, 'Tạm khóa do sai nhiều lần').first()).toBeVisible()
    await expect(line(admin, 'Sai mật khẩu')).toHaveCount(0)
  })

  await test.step('the list tells who, what and how often, and nothing that was typed', async () => {
    await unfold(admin)
    await admin.getByRole('main').getByRole('button', { name: 'Bỏ lọc' }).first().click()
    await expect(line(admin, 'Sai mật khẩu').first()).toContainText('Phạm Ngọc Ánh')
    await expect(line(admin, 'Tên đăng nhập không có').first()).toContainText('Không rõ của ai')
    await expect(admin.getByRole('main')).not.toContainText('go-nham')
    await expectAccessible(admin)
  })

  await test.step('the file holds what the filter shows', async () => {
    await admin.getByRole('button', { name: 'Xuất tệp' }).click()
    const download = admin.waitForEvent('download')
    await admin.getByRole('menuitem', { name: 'CSV (.csv)' }).click()
    const file = await download
    expect(file.suggestedFilename()).toMatch(/^dang-nhap-\d{4}-\d\d-\d\d\.csv$/)
    expect((await readFile(await file.path())).toString()).toContain('Sai mật khẩu')
  })
})
