// The page that everybody may read: without a script, on a small phone, the numbers to call first; and the screen on which
// the ward writes its own part.
import type { Row } from './support/api.ts'
import { expectAccessible } from './support/axe.ts'
import { card, expect, heading, message, open, test, type Page } from './support/test.ts'

const SCREENS = process.env['E2E_SCREENS']

async function picture(page: Page, name: string, fullPage = true): Promise<void> {
  const project = test.info().project.name
  if (SCREENS) await page.screenshot({ path: `${SCREENS}/${name}-${project}.png`, fullPage })
}

test('without a script it says whom to call before anything else, and is light', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const requests: { url: string; size: number }[] = []
  page.on('requestfinished', async (request) => {
    const { responseBodySize, responseHeadersSize } = await request.sizes()
    requests.push({ url: request.url(), size: responseBodySize + responseHeadersSize })
  })
  await page.goto('/cong-khai', { waitUntil: 'networkidle' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page).toHaveTitle(/Phường Ba Đình$/)

  const links = await page.getByRole('main').getByRole('link').all()
  const first = await Promise.all(links.slice(0, 3).map((link) => link.getAttribute('href')))
  expect(first).toEqual(['tel:111', 'tel:18001744', 'tel:113'])
  const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts()
  expect(headings).toEqual(
    expect.arrayContaining(['Thông điệp', 'Khi thấy một trẻ em cần giúp', 'Giữ an toàn cho trẻ']),
  )
  const top = (await page.getByRole('link', { name: /^111 Tổng đài/ }).boundingBox())!.y
  expect(top).toBeLessThan((await page.getByRole('heading', { level: 2 }).first().boundingBox())!.y)
  await expect(page.getByRole('link', { name: 'Báo tin về trẻ em', exact: true })).toHaveAttribute('href', '/bao-tin')
  await expect(page.getByText('Một gia đình ở khu phố 4'), 'a giver who was not asked').toHaveCount(0)

  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wide, 'nothing is cut off').toBeLessThanOrEqual(0)
  expect(requests.every(({ url }) => url.startsWith(new URL(page.url()).origin))).toBe(true)
  const bytes = requests.reduce((sum, { size }) => sum + size, 0)
  expect(bytes, JSON.stringify(requests)).toBeLessThan(40_000)
  await picture(page, 'cong-khai')
  await context.close()
})

test('it can be read by everybody, and is printed as a poster on one sheet', async ({ page, browserName }) => {
  await open(page, '/cong-khai')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Áp phích để in' }).click()
  await expect(page.getByRole('img', { name: /^Mã QR/ })).toHaveCount(2)
  await expectAccessible(page)
  await picture(page, 'ap-phich')
  await page.emulateMedia({ media: 'print' })
  await picture(page, 'ap-phich-in')
  await page.emulateMedia({ media: null })
  expect(browserName).toBe('chromium')
  for (const paper of ['', '?kho=a3']) {
    await page.goto(`/cong-khai/ap-phich${paper}`)
    const pdf = await page.pdf({
      preferCSSPageSize: true,
      ...(SCREENS ? { path: `${SCREENS}/ap-phich${paper.slice(5)}.pdf` } : {}),
    })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length, paper).toBe(1)
  }
})

test('the ward writes its part; what is approved is shown, a giver only with consent', async ({ as, api }) => {
  const page = await as('vanhoa')
  await open(page, '/trang-cong-khai')
  await expect(card(page, 'Lời khuyên an toàn').getByText('Phòng đuối nước')).toBeVisible()
  await expectAccessible(page)
  await picture(page, 'trang-cong-khai')

  await test.step('a piece of advice', async () => {
    await page.getByRole('button', { name: 'Thêm: Lời khuyên an toàn' }).click()
    const dialog = page.getByRole('dialog', { name: 'Thêm: Lời khuyên an toàn' })
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await expect(dialog.getByText('Viết nội dung').first()).toBeVisible()
    await dialog.getByLabel('Tiêu đề').fill('Phòng hóc dị vật')
    await dialog.getByLabel('Nội dung').fill('Không cho trẻ nhỏ ăn hạt, thạch.')
    await expectAccessible(page)
    await picture(page, 'trang-cong-khai-them', false)
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await expect(message(page, 'Đã lưu, mục chờ được cho hiện')).toBeVisible()
    await page.getByRole('button', { name: 'Cho hiện: Phòng hóc dị vật' }).click()
    await expect(page.getByRole('dialog').getByText(/không có tên, lớp, địa chỉ/)).toBeVisible()
    await page.getByRole('dialog').getByRole('button', { name: 'Cho hiện', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Ẩn: Phòng hóc dị vật' })).toBeVisible()
  })

  await test.step('a giver who was not asked cannot be shown; who agreed can', async () => {
    const name = 'Một gia đình ở khu phố 4'
    await expect(card(page, 'Người ủng hộ').getByText('Chưa hỏi ý kiến')).toBeVisible()
    await expect(page.getByRole('button', { name: `Cho hiện: ${name}` })).toHaveCount(0)
    await page.getByRole('button', { name: `Sửa: ${name}` }).click()
    const dialog = page.getByRole('dialog', { name: 'Sửa: Người ủng hộ' })
    await dialog.getByLabel('Người ủng hộ đồng ý nêu tên trên trang công khai').check()
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await expect(dialog.getByText('Ghi đồng ý bằng cách nào').first()).toBeVisible()
    await dialog.getByLabel('Đồng ý bằng cách nào, ngày nào').fill('Gặp trực tiếp ngày 02/6')
    // Somebody else writes another field of it in the meantime: both stay.
    const officer = await api('chinhsach')
    const find = async () => (await officer.get('/portal/notes')).items.find((note: Row) => note.title === name)
    const note = await find()
    await officer.patch(`/portal/notes/${note.id}`, note.version, { body: 'Tặng 20 suất quà' })
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    const compare = page.getByRole('dialog', { name: 'Có người vừa sửa mục này' })
    await expect(compare.getByText(/^Người kia sửa những phần khác/)).toBeVisible()
    await compare.getByRole('button', { name: 'Lưu bản đã chọn' }).click()
    await expect(message(page, 'Đã lưu')).toBeVisible()
    expect(await find()).toMatchObject({ body: 'Tặng 20 suất quà', consent_given: true })
    await page.getByRole('button', { name: `Cho hiện: ${name}` }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Cho hiện', exact: true }).click()
    await expect(page.getByRole('button', { name: `Ẩn: ${name}` })).toBeVisible()
  })

  await test.step('everybody reads it, also where the app has been installed', async () => {
    await page.evaluate(() => navigator.serviceWorker?.ready)
    await open(page, '/cong-khai')
    await expect(page.getByText('Không cho trẻ nhỏ ăn hạt, thạch.')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Một gia đình ở khu phố 4' })).toBeVisible()
    await page.goto('/robots.txt')
    await expect(page.getByText('Disallow: /')).toBeVisible()
  })
})

test('the officer writes and does not approve; the door and the form lead to the page', async ({ as, page }) => {
  const officer = await as('chinhsach')
  await open(officer, '/trang-cong-khai')
  await expect(officer.getByRole('button', { name: 'Sửa: Phòng bỏng' })).toBeVisible()
  await expect(officer.getByRole('button', { name: /^(Ẩn|Cho hiện):/ })).toHaveCount(0)
  await open(page, '/bao-tin')
  await page.getByRole('link', { name: 'Trang công khai của phường' }).click()
  await expect(page.getByRole('link', { name: 'Gọi 111, miễn phí' })).toBeVisible()
  await open(page, '/dang-nhap')
  await page.getByRole('link', { name: 'Xem trang công khai của phường' }).click()
  await expect(heading(page, /trẻ em/i)).toBeVisible()
})
