import type { Api, Row } from './support/api.ts'
import { expectAccessible } from './support/axe.ts'
import { expect, heading, message, open, test, type Page } from './support/test.ts'

async function recorded(nurse: Api): Promise<Row> {
  const { today } = await nurse.get('/me')
  const where = { place_kind: 'home', place: 'Sân nhà', outcome: 'treating', description: 'Ngã từ cây ổi' }
  return nurse.post('/injuries', { sex: 'female', age: 9, happened_on: today, kind: 'fall', ...where })
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

test('a record is mended in all its parts, and two who mend it at once see both', async ({ as, api }) => {
  const nurse = await api('yte')
  const row = await recorded(nurse)
  const page = await as('yte')
  await open(page, '/tai-nan')
  await page
    .getByRole('button', { name: /Nữ, 9 tuổi|Ngã/ })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('link', { name: 'Sửa bản ghi' }).click()
  await expect(heading(page, 'Sửa bản ghi tai nạn, thương tích')).toBeVisible()
  await expect(page.getByLabel('Diễn biến')).toHaveValue('Ngã từ cây ổi')
  await expectAccessible(page)
  await page.getByLabel('Lúc', { exact: true }).fill('7h')
  await page.getByRole('button', { name: 'Lưu' }).click()
  await expect(page.getByRole('alert')).toContainText('Giờ viết theo dạng 07:30')
  await page.getByLabel('Lúc', { exact: true }).fill('16:30')
  await choose(page, 'Kết quả', 'Khỏi')

  // The officer mends the same record meanwhile.
  const officer = await api('chinhsach')
  await officer.patch(`/injuries/${row.id}`, row.version, { outcome: 'disabled', supervision: 'Bà ngoại' })
  await page.getByRole('button', { name: 'Lưu' }).click()
  const compare = page.getByRole('dialog', { name: 'Có người vừa sửa mục này' })
  await expect(compare.getByRole('group', { name: 'Kết quả' })).toContainText('Khuyết tật')
  await expectAccessible(page)
  await compare.getByRole('radio', { name: /^Bản vừa được lưu/ }).check()
  await compare.getByRole('button', { name: 'Lưu bản đã chọn' }).click()
  await expect(message(page, 'Đã lưu bản ghi')).toBeVisible()
  const saved = await nurse.get(`/injuries/${row.id}`)
  expect(saved).toMatchObject({ outcome: 'disabled', supervision: 'Bà ngoại', time: '16:30', version: 3 })
})
