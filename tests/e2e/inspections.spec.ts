import { expectAccessible } from './support/axe.ts'
import { card, expect, heading, message, open, test, type Page } from './support/test.ts'

// Several people sign in, each on a device of their own.
test.describe.configure({ timeout: 120_000 })

const TITLE = 'Kiểm tra điểm vui chơi của trẻ em'
const ASKED = 'Sửa cầu trượt ở sân chơi khu phố'

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
  name: 'san-choi.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}

test('a unit is inspected, puts right what it was asked, and the inspector verifies', async ({ as, api }) => {
  const { today } = await (await api('chinhsach')).get('/me')
  const officer = await as('chinhsach')

  await test.step('the officer plans an inspection', async () => {
    await open(officer, '/kiem-tra')
    await expect(heading(officer, 'Kiểm tra, giám sát')).toBeVisible()
    await expectAccessible(officer)
    await officer.getByRole('link', { name: 'Lập lịch kiểm tra', exact: true }).click()
    await expect(heading(officer, 'Lập lịch kiểm tra, giám sát')).toBeVisible()
    await officer.getByRole('button', { name: 'Lưu', exact: true }).click()
    await expect(officer.getByRole('alert')).toContainText('Viết nội dung kiểm tra')
    await officer.getByLabel('Nội dung kiểm tra, giám sát').fill(TITLE)
    await officer.getByLabel('Đến ngày').fill(typed(later(today, 2)))
    await choose(officer, 'Đơn vị được kiểm tra, giám sát', 'Khu phố 4')
    await officer.keyboard.press('Escape')
    await officer.getByLabel('Thành viên 1: Họ và tên').fill('Bà Lê Thị Thu Hà')
    await expectAccessible(officer)
    await officer.getByRole('button', { name: 'Lưu', exact: true }).click()
    await expect(heading(officer, TITLE)).toBeVisible()
  })

  await test.step('the visit is written down on the spot', async () => {
    await officer.getByRole('link', { name: 'Ghi kết quả' }).click()
    await expect(heading(officer, 'Kết quả tại Khu phố 4')).toBeVisible()
    await officer.getByLabel('Bắt đầu lúc').fill('8h')
    await officer
      .getByRole('group', { name: 'Phòng, chống tai nạn, thương tích trẻ em' })
      .getByRole('radio', { name: 'Chưa đạt', exact: true })
      .check()
    await officer.getByLabel('Ghi chú: Phòng, chống tai nạn, thương tích trẻ em').fill('Cầu trượt gãy')
    await officer.getByLabel('Tồn tại, hạn chế').fill('Cầu trượt ở sân chơi bị gãy.')
    await officer.locator('input[type=file]').setInputFiles(PHOTO)
    await expect(officer.getByRole('button', { name: 'Thêm ảnh' })).toBeVisible()
    await expectAccessible(officer)
    await officer.getByRole('button', { name: 'Lưu kết quả' }).click()
    await expect(message(officer, 'Đã lưu kết quả')).toBeVisible()
    await expect(card(officer, 'Kết quả từng đơn vị')).toContainText('Cầu trượt gãy')
    await officer.getByRole('button', { name: 'Thêm kiến nghị' }).click()
    const dialog = officer.getByRole('dialog', { name: 'Thêm kiến nghị' })
    await dialog.getByLabel('Nội dung kiến nghị').fill(ASKED)
    await dialog.getByRole('button', { name: 'Lưu kiến nghị' }).click()
    await expect(card(officer, 'Kiến nghị')).toContainText(ASKED)
    await expectAccessible(officer)
  })

  await test.step('the unit sees it in the morning and reports that it is fixed', async () => {
    const head = await as('khupho4')
    await expect(card(head, /^Kiến nghị đơn vị tôi phải khắc phục/)).toContainText(ASKED)
    await head.getByRole('link', { name: ASKED }).click()
    await expect(heading(head, 'Kiến nghị số 1')).toBeVisible()
    await head.getByRole('button', { name: 'Báo đã khắc phục' }).click()
    const sheet = head.getByRole('dialog', { name: 'Báo đã khắc phục' })
    await sheet.getByRole('button', { name: 'Gửi báo cáo' }).click()
    await expect(sheet.getByRole('alert')).toContainText('Viết ngắn gọn đã làm gì')
    await sheet.getByLabel('Đã làm gì').fill('Đã thay cầu trượt mới')
    await sheet.locator('input[type=file]').setInputFiles(PHOTO)
    await expect(sheet.getByRole('button', { name: 'Thêm ảnh' })).toBeVisible()
    await expectAccessible(head)
    await sheet.getByRole('button', { name: 'Gửi báo cáo' }).click()
    await expect(message(head, 'Đã gửi. Đoàn kiểm tra sẽ xem và xác nhận.')).toBeVisible()
    await expect(head.getByText('Chờ xác nhận', { exact: true })).toBeVisible()
  })

  await test.step('the officer verifies it and ends the inspection', async () => {
    await open(officer, '/kiem-tra/kien-nghi?hien=fixed')
    await officer.getByRole('link', { name: ASKED }).click()
    await expect(card(officer, 'Đơn vị báo đã khắc phục')).toContainText('Đã thay cầu trượt mới')
    await officer.getByRole('button', { name: 'Xác nhận xong' }).click()
    const sure = officer.getByRole('dialog', { name: 'Xác nhận đã khắc phục xong?' })
    await sure.getByRole('button', { name: 'Xác nhận xong' }).click()
    await expect(message(officer, 'Đã xác nhận')).toBeVisible()
    await officer.getByRole('link', { name: TITLE }).click()
    await officer.getByRole('button', { name: 'Kết thúc', exact: true }).click()
    const end = officer.getByRole('dialog', { name: 'Kết thúc cuộc này?' })
    await end.getByLabel('Kết luận chung').fill('Đã khắc phục xong.')
    await end.getByRole('button', { name: 'Kết thúc', exact: true }).click()
    await expect(card(officer, 'Kết luận')).toContainText('Đã khắc phục xong.')
  })
})

test('a unit proposes an adult, the leader decides', async ({ as }) => {
  const youth = await as('doan')
  await test.step('only adults are proposed', async () => {
    await open(youth, '/khen-thuong')
    await expect(heading(youth, 'Biểu dương, khen thưởng')).toBeVisible()
    await expectAccessible(youth)
    await youth.getByRole('link', { name: 'Đề nghị khen thưởng', exact: true }).click()
    await choose(youth, 'Đề nghị cho', 'Cá nhân')
    await youth.getByLabel('Tên tập thể, họ và tên cá nhân').fill('Anh Đinh Gia Bảo')
    await youth.getByLabel('Thành tích').fill('Dạy bơi cho 30 em trong tháng.')
    await youth.getByRole('button', { name: 'Gửi đề nghị' }).click()
    await expect(youth.getByRole('alert')).toContainText('Chỉ đề nghị khen thưởng người lớn')
    await youth.getByRole('checkbox', { name: /^Tôi xác nhận đây là người lớn/ }).check()
    await expectAccessible(youth)
    await youth.getByRole('button', { name: 'Gửi đề nghị' }).click()
    await expect(heading(youth, 'Anh Đinh Gia Bảo')).toBeVisible()
  })

  await test.step('the leader decides', async () => {
    const leader = await as('lanhdao')
    await open(leader, '/khen-thuong?hien=proposed')
    await leader.getByRole('link', { name: 'Anh Đinh Gia Bảo' }).click()
    await leader.getByRole('button', { name: 'Ra quyết định', exact: true }).click()
    const dialog = leader.getByRole('dialog', { name: 'Ra quyết định khen thưởng' })
    await dialog.getByLabel('Số quyết định').fill('130')
    await expectAccessible(leader)
    await dialog.getByRole('button', { name: 'Ra quyết định', exact: true }).click()
    await expect(message(leader, 'Đã ra quyết định')).toBeVisible()
    await expect(leader.getByText(/130\/QĐ-UBND/)).toBeVisible()
    const [paper] = await Promise.all([
      leader.waitForEvent('download'),
      leader.getByRole('button', { name: 'Quyết định (Word)' }).click(),
    ])
    expect(paper.suggestedFilename()).toBe('quyet-dinh-khen-thuong.docx')
  })
})
