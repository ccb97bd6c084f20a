import { expectAccessible } from './support/axe.ts'
import { card, expect, heading, message, open, test, type Page } from './support/test.ts'

// Several people sign in, each on a device of their own.
test.describe.configure({ timeout: 120_000 })

const SLOGAN = 'Lắng nghe trẻ em để chăm sóc, giáo dục và bảo vệ trẻ em'
const TITLE = 'Bài phát thanh về lắng nghe trẻ em'

/** 2026-11-27 as people type it. */
const typed = (date: string) => date.split('-').reverse().join('/')

const later = (date: string, days: number) => {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return day.toISOString().slice(0, 10)
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

const PHOTO = {
  name: 'loa.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}

test('a script with a slogan of the plan is approved, broadcast and counted', async ({ as, api }) => {
  const { today } = await (await api('vanhoa')).get('/me')
  const officer = await as('vanhoa')

  await test.step('the officer writes it with words of the plan', async () => {
    await open(officer, '/truyen-thong')
    await officer.getByRole('link', { name: 'Soạn nội dung', exact: true }).click()
    await expect(heading(officer, 'Soạn nội dung truyền thông')).toBeVisible()
    await officer.getByRole('button', { name: 'Lưu', exact: true }).click()
    await expect(officer.getByRole('alert')).toContainText('Viết tiêu đề')
    await officer.getByLabel('Tiêu đề', { exact: true }).fill(TITLE)
    await officer.getByLabel('Bài phát thanh', { exact: true }).fill('Kính thưa bà con!')
    await officer.getByText('Chèn chữ của kế hoạch').click()
    await officer.getByRole('button', { name: `Chèn: ${SLOGAN}` }).click()
    await officer.getByRole('button', { name: /^Chèn: Khi trẻ em cần được giúp đỡ, hãy gọi 111/ }).click()
    await expect(officer.getByLabel('Bài phát thanh', { exact: true })).toHaveValue(
      new RegExp(`^Kính thưa bà con!\n${SLOGAN}.*\nKhi trẻ em cần được giúp đỡ, hãy gọi 111\\.$`),
    )
    await officer.getByLabel('Từ ngày').fill(typed(later(today, -3)))
    await officer.getByLabel('Đến ngày').fill(typed(later(today, 6)))
    await officer.getByLabel('Giờ phát').fill('5:30, 17h00')
    await officer.getByRole('button', { name: 'Tất cả khu phố' }).click()
    await expectAccessible(officer)
    await officer.getByRole('button', { name: 'Lưu', exact: true }).click()
    await expect(heading(officer, TITLE)).toBeVisible()
    await expect(officer.getByText('Chờ duyệt', { exact: true })).toBeVisible()
  })

  await test.step('it is approved, and the neighborhoods see it', async () => {
    await officer.getByRole('button', { name: 'Duyệt', exact: true }).click()
    const sure = officer.getByRole('dialog', { name: 'Duyệt nội dung này?' })
    await expect(sure).toContainText('11 đơn vị thực hiện sẽ nhận thông báo ngay.')
    await sure.getByRole('button', { name: 'Duyệt', exact: true }).click()
    await expect(message(officer, 'Đã duyệt. Các đơn vị đã được báo.')).toBeVisible()
    await expect(card(officer, 'Các đơn vị')).toContainText('0/11 đã báo cáo')
  })

  await test.step('a neighborhood reports with a photo, in three taps', async () => {
    const head = await as('khupho10')
    await open(head, '/truyen-thong')
    await head.getByRole('link', { name: TITLE }).click()
    await expect(heading(head, TITLE)).toBeVisible()
    await expect(head.getByText('Đơn vị tôi chưa báo')).toBeVisible()
    await head.getByRole('button', { name: 'Báo cáo', exact: true }).click()
    const sheet = head.getByRole('dialog', { name: 'Báo cáo đã làm' })
    // A day's broadcasts are proposed.
    await expect(sheet.getByLabel('Số lượt phát')).toHaveValue('2')
    await sheet.locator('input[type=file]').setInputFiles(PHOTO)
    await expect(sheet.getByRole('button', { name: 'Thêm ảnh' })).toBeVisible()
    await expectAccessible(head)
    await sheet.getByRole('button', { name: 'Gửi báo cáo' }).click()
    await expect(message(head, 'Đã gửi báo cáo')).toBeVisible()
    await expect(head.getByText('Đơn vị tôi đã báo')).toBeVisible()
    const reports = card(head, 'Báo cáo đã gửi')
    await expect(reports).toContainText('2 lượt phát')
    await expect(reports.getByRole('button', { name: /^Mở anh-/ })).toBeVisible()
  })

  await test.step('the counts say who is missing, and lead to what', async () => {
    await open(officer, '/truyen-thong/ai-da-phat')
    const loud = card(officer, 'Loa truyền thanh')
    await expect(loud).toContainText('Chưa báo cáo:')
    await expect(loud).toContainText('Khu phố 11')
    await expect(loud).not.toContainText('Khu phố 10')
    await expectAccessible(officer)
    await officer.getByRole('link', { name: /^Khu phố 11, Loa truyền thanh: 0\// }).click()
    await expect(heading(officer, 'Truyền thông')).toBeVisible()
    await officer.getByRole('link', { name: TITLE }).click()
    await expect(heading(officer, TITLE)).toBeVisible()
    const lines = card(officer, 'Các đơn vị').getByRole('listitem')
    await expect(lines.first()).toContainText('Chưa báo cáo')
    await expect(lines.last()).toContainText('Khu phố 10')
    await expect(lines.last()).toContainText('Đã báo cáo')
  })

  await test.step('a changed text must be approved again, and the page says so before', async () => {
    await officer.getByRole('link', { name: 'Sửa', exact: true }).click()
    await expect(officer.getByText(/^Nội dung này đã duyệt\./)).toBeVisible()
    await officer.getByLabel('Bài phát thanh', { exact: true }).fill('Kính thưa bà con khu phố!')
    await officer.getByRole('button', { name: 'Lưu', exact: true }).click()
    const again = officer.getByRole('dialog', { name: 'Lưu và duyệt lại?' })
    await again.getByRole('button', { name: 'Lưu, chờ duyệt lại' }).click()
    await expect(heading(officer, TITLE)).toBeVisible()
    await expect(officer.getByText('Chờ duyệt', { exact: true })).toBeVisible()
    await expect(officer.getByRole('button', { name: 'Duyệt', exact: true })).toBeVisible()
  })
})

test('banners have their places, and what a unit wrote comes back with the reason', async ({ as }) => {
  const title = 'Băng-rôn trước nhà văn hóa'
  const head = await as('khupho2')
  await open(head, '/truyen-thong/moi')
  await choose(head, 'Kênh', 'Băng-rôn')
  await head.getByLabel('Tiêu đề', { exact: true }).fill(title)
  await head.getByLabel('Chữ trên băng-rôn').fill('Trẻ em hôm nay, thế giới ngày mai')
  await head.getByRole('button', { name: 'Thêm nơi treo' }).click()
  await head.getByRole('button', { name: 'Lưu', exact: true }).click()
  await expect(head.getByRole('alert')).toContainText('Viết nơi treo')
  await head.getByLabel('Nơi treo', { exact: true }).last().fill('Nhà văn hóa, đường Vườn Xoài')
  await head.getByLabel('Đến ngày').fill(await head.getByLabel('Từ ngày').inputValue())
  await head.getByRole('button', { name: 'Lưu', exact: true }).click()
  await expect(heading(head, title)).toBeVisible()
  await expect(card(head, 'Nơi treo')).toContainText('Nhà văn hóa, đường Vườn Xoài')

  const leader = await as('lanhdao')
  await open(leader, '/truyen-thong?trang-thai=draft')
  await leader.getByRole('link', { name: title }).click()
  await leader.getByRole('button', { name: 'Trả lại', exact: true }).click()
  const dialog = leader.getByRole('dialog', { name: 'Trả lại để sửa?' })
  await dialog.getByRole('button', { name: 'Trả lại', exact: true }).click()
  await expect(dialog.getByText('Viết lý do')).toBeVisible()
  await dialog.getByLabel('Lý do').fill('Dùng khẩu hiệu của kế hoạch.')
  await dialog.getByRole('button', { name: 'Trả lại', exact: true }).click()
  await expect(message(leader, 'Đã trả lại')).toBeVisible()

  await head.reload()
  await expect(head.getByText('Dùng khẩu hiệu của kế hoạch.')).toBeVisible()
  await head.getByRole('button', { name: 'Việc khác' }).click()
  await head.getByRole('menuitem', { name: 'In bài' }).click()
  await expect(heading(head, 'BÀI TUYÊN TRUYỀN')).toBeVisible()
  await expect(head.getByText('Trẻ em hôm nay, thế giới ngày mai')).toBeVisible()
})
