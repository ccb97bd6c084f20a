import { expectAccessible } from './support/axe.ts'
import { card, expect, heading, isPhone, message, open, test, type Page } from './support/test.ts'

test.describe.configure({ timeout: 120_000 })

const FLASH = '/cap-duoi?nam=2024&loai=nhanh'

/** Nothing is wider than the screen. */
async function expectNoSideways(page: Page): Promise<void> {
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
  expect(wide, 'nothing to scroll sideways').toBeLessThanOrEqual(room!)
}

const figure = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Tình hình gửi báo cáo' }).getByRole('link', { name: new RegExp(`^${name}`) })

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

test('the flash report is seen, compared and acknowledged', async ({ as, api }) => {
  const above = await as('captren')
  await test.step('from the home page: nobody has sent this year, and the last report is one step away', async () => {
    await above.getByRole('link', { name: 'Xem báo cáo các phường' }).click()
    await expect(heading(above, 'Báo cáo các phường')).toBeVisible()
    await expect(above.getByText('Chưa phường nào gửi báo cáo này.')).toBeVisible()
    await expectAccessible(above)
    await above.getByRole('link', { name: 'Xem báo cáo nhanh năm 2024' }).click()
    await expect(above).toHaveURL(/nam=2024&loai=nhanh/)
  })

  const list = card(above, 'Tình hình từng phường')
  await test.step('who has sent', async () => {
    await expect(figure(above, 'Đã gửi, chờ tiếp nhận')).toContainText('1')
    await expect(list).toContainText('Chờ tiếp nhận')
    await expect(list.getByRole('link', { name: 'Xem báo cáo của Phường Ba Đình' })).toHaveAttribute(
      'href',
      /^\/bao-cao\/0/,
    )
    await expectNoSideways(above)
    await expectAccessible(above)
  })

  await test.step('which figures stand side by side is kept in the address', async () => {
    const compare = card(above, 'So sánh số liệu')
    await expect(compare).toContainText('Cộng các phường đã gửi')
    await expect(compare).toContainText('Nhiệm vụ của kế hoạch')
    await compare.getByRole('combobox', { name: 'Chỉ tiêu so sánh' }).click()
    await compare.getByRole('combobox', { name: 'Chỉ tiêu so sánh' }).fill('khau hieu')
    await above.getByRole('option', { name: 'Băng-rôn, khẩu hiệu đã treo' }).click()
    await expect(above).toHaveURL(/chi-tieu=.*comm_banners/)
    await above.reload()
    await expect(compare.getByText('Băng-rôn, khẩu hiệu đã treo (cái)').first()).toBeVisible()
    const chart = card(above, 'Biểu đồ theo phường')
    await choose(above, 'Chỉ tiêu trên biểu đồ', 'Nhiệm vụ của kế hoạch')
    await expect(above).toHaveURL(/bieu-do=tasks_total/)
    await expect(chart.getByRole('img', { name: /Nhiệm vụ của kế hoạch: 1 phường, nhiều nhất/ })).toBeVisible()
    await expectNoSideways(above)
    await expectAccessible(above)
  })

  await test.step('a file of them', async () => {
    const coming = above.waitForEvent('download')
    await above.getByRole('button', { name: 'Tải số liệu (CSV)' }).click()
    const file = await coming
    expect(file.suggestedFilename()).toBe('so-lieu-cac-phuong-nhanh-2024.csv')
    const parts: Buffer[] = []
    for await (const part of await file.createReadStream()) parts.push(part as Buffer)
    expect(Buffer.concat(parts).toString('utf8')).toContain('comm_banners')
  })

  await test.step('acknowledged after a question, and the ward knows', async () => {
    await list.getByRole('button', { name: 'Tiếp nhận báo cáo của Phường Ba Đình' }).click()
    const dialog = above.getByRole('dialog', { name: 'Tiếp nhận báo cáo của Phường Ba Đình?' })
    await dialog.getByRole('button', { name: 'Tiếp nhận' }).click()
    await expect(message(above, 'Đã tiếp nhận báo cáo của Phường Ba Đình')).toBeVisible()
    await expect(figure(above, 'Đã tiếp nhận')).toContainText('1')
    await expect(list.getByRole('button', { name: /^Trả lại/ })).toHaveCount(0)
    const seen = await (await api('chinhsach')).get('/reports?kind=ward_flash&year=2024')
    expect(seen.items[0].status).toBe('acknowledged')
  })
})

test('a report is returned with its reason', async ({ as, api }) => {
  const above = await as('captren')
  await open(above, FLASH)
  await above.getByRole('button', { name: 'Trả lại báo cáo của Phường Ba Đình' }).click()
  const dialog = above.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Trả lại' }).click()
  await expect(dialog).toContainText('Viết lý do trả lại')
  await dialog.getByLabel('Lý do trả lại').fill('Thiếu số trẻ em được tặng quà')
  await dialog.getByRole('button', { name: 'Trả lại' }).click()
  await expect(message(above, 'Đã trả lại báo cáo của Phường Ba Đình')).toBeVisible()
  await expect(card(above, 'Tình hình từng phường')).toContainText('Đã trả lại')
  const seen = await (await api('chinhsach')).get('/reports?kind=ward_flash&year=2024')
  expect(seen.items[0].reason).toBe('Thiếu số trẻ em được tặng quà')
})

test('the final report of 2024 is missing and late', async ({ as }) => {
  const above = await as('captren')
  await above.setViewportSize({ width: 320, height: 700 })
  await open(above, '/cap-duoi?nam=2024')
  await expect(figure(above, 'Quá hạn chưa gửi')).toContainText('1')
  const list = card(above, 'Tình hình từng phường')
  await expect(list).toContainText('Quá hạn')
  await expect(list).toContainText('Hạn 19/07/2024')
  await expect(list.getByRole('link')).toHaveCount(0)
  await figure(above, 'Đã tiếp nhận').click()
  await expect(list).toContainText('Không có phường nào ở trạng thái này.')
  await list.getByRole('button', { name: 'Xem tất cả các phường' }).click()
  await expect(list).toContainText('Phường Ba Đình')
  await expectNoSideways(above)
  await expectAccessible(above)
  await open(above, FLASH)
  await expect(card(above, 'So sánh số liệu')).toBeVisible()
  await expectNoSideways(above)
})

test('what was passed up is answered in place', async ({ as, api }) => {
  const officer = await api('chinhsach')
  const title = 'Thiếu kinh phí sửa sân chơi'
  const raised = await (await api('khupho1')).post('/obstacles', { title, description: 'Sân chơi hỏng hai xích đu' })
  await officer.post(`/obstacles/${raised.id}/escalate`, { to: 'superior', note: 'Xin chủ trương hỗ trợ' })
  const above = await as('captren')
  await open(above, '/cap-duoi')
  const asked = card(above, 'Vướng mắc xin ý kiến chỉ đạo')
  await expect(asked).toContainText('Xin chủ trương hỗ trợ')
  await asked.getByRole('button', { name: `Cho ý kiến chỉ đạo: ${title}` }).click()
  await asked.getByRole('button', { name: 'Gửi ý kiến' }).click()
  await expect(asked).toContainText('Viết ý kiến chỉ đạo')
  await asked.getByRole('textbox', { name: 'Ý kiến chỉ đạo' }).fill('Thành phố bố trí từ quỹ bảo trợ trẻ em')
  await expectNoSideways(above)
  await expectAccessible(above)
  await asked.getByRole('button', { name: 'Gửi ý kiến' }).click()
  await expect(message(above, 'Đã gửi ý kiến chỉ đạo')).toBeVisible()
  await expect(asked.getByText(title)).toHaveCount(0)
  const answered = await officer.get(`/obstacles/${raised.id}`)
  expect(answered).toMatchObject({ status: 'answered', answer: 'Thành phố bố trí từ quỹ bảo trợ trẻ em' })
})

test('others have neither the entry nor the page', async ({ as }) => {
  const officer = await as('chinhsach')
  if (!isPhone(officer)) await expect(officer.getByRole('link', { name: 'Báo cáo các phường' })).toHaveCount(0)
  await open(officer, '/cap-duoi')
  await expect(officer.getByText('Trang này dành cho cấp trên của các phường.')).toBeVisible()
})

test('without an answer the page says so and tries again', async ({ as }) => {
  const above = await as('captren')
  await above.route('**/api/v1/reports/overview*', (route) => route.abort('internetdisconnected'))
  await open(above, FLASH)
  const again = above.getByRole('button', { name: 'Thử lại' })
  await expect(again).toBeVisible({ timeout: 30_000 })
  await above.unroute('**/api/v1/reports/overview*')
  // The page may have tried again by itself in between.
  await expect(async () => {
    if (await again.isVisible()) await again.click({ timeout: 1000 })
    await expect(card(above, 'Tình hình từng phường')).toContainText('Phường Ba Đình', { timeout: 2000 })
  }).toPass({ timeout: 30_000 })
})
