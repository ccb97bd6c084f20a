import { expectAccessible } from './support/axe.ts'
import { expect, heading, message, open, test } from './support/test.ts'

const WHAT = 'Gửi nhầm danh sách học bơi vào nhóm Zalo của lớp'

test('a violation is reported, assessed, told to the authority and closed', async ({ as, api }) => {
  // A school reports it from the account page.
  const school = await as('truong1')
  await open(school, '/tai-khoan')
  await school.getByRole('link', { name: 'Báo vi phạm dữ liệu' }).click()
  await expect(heading(school, 'Báo vi phạm dữ liệu cá nhân')).toBeVisible()
  await expectAccessible(school)
  await school.getByRole('button', { name: 'Gửi báo cáo' }).click()
  await expect(school.getByRole('alert')).toContainText('Chọn một mục')
  await school.getByRole('radio', { name: 'Gửi nhầm người, nhầm nhóm' }).check()
  await school.getByLabel('Kể ngắn gọn').fill(WHAT)
  await school.getByRole('button', { name: 'Gửi báo cáo' }).click()
  await expect(message(school, 'Đã gửi cho cán bộ phụ trách của phường')).toBeVisible()
  await expect(heading(school, 'Vi phạm dữ liệu tôi đã báo')).toBeVisible()
  await school.getByRole('link', { name: /Gửi nhầm người/ }).click()
  await expect(school.getByText('Phường đã nhận')).toBeVisible()
  await expect(school.getByText(WHAT)).toBeVisible()
  await expectAccessible(school)

  // The officer works on it: the clock is the first thing on the page.
  const made = (await (await api('truong1')).get('/data-breaches')).items[0]
  const officer = await as('chinhsach')
  await open(officer, '/vi-pham-du-lieu')
  await expect(heading(officer, 'Vi phạm dữ liệu cá nhân')).toBeVisible()
  await expectAccessible(officer)
  await open(officer, `/vi-pham-du-lieu/${made.id}`)
  await expect(officer.getByText(/còn 2 ngày 23 giờ|còn 3 ngày/)).toBeVisible()
  await officer.getByRole('button', { name: 'Đánh giá' }).click()
  const assess = officer.getByRole('dialog', { name: 'Việc này có thể gây hại không?' })
  await expect(assess.getByRole('radio', { name: 'Ít khả năng gây hại' })).toBeDisabled()
  await assess.getByRole('radio', { name: 'Có thể gây hại' }).check()
  await assess.getByLabel('Hậu quả có thể xảy ra, hoặc vì sao không').fill('Lộ họ tên, nơi ở của trẻ')
  await expectAccessible(officer)
  await assess.getByRole('button', { name: 'Lưu' }).click()
  await expect(message(officer, 'Đã ghi đánh giá')).toBeVisible()

  await officer.getByRole('button', { name: 'Thêm biện pháp' }).click()
  const measure = officer.getByRole('dialog', { name: 'Biện pháp đã làm' })
  await measure.getByLabel('Đã làm gì').fill('Đã thu hồi tin nhắn')
  await measure.getByRole('button', { name: 'Lưu' }).click()
  await expect(officer.getByText('Đã thu hồi tin nhắn')).toBeVisible()

  const [paper] = await Promise.all([
    officer.waitForEvent('download'),
    officer.getByRole('button', { name: 'Tải thông báo (.docx)' }).click(),
  ])
  expect(paper.suggestedFilename()).toBe(`${made.code}-thong-bao.docx`)
  await officer.getByRole('button', { name: 'Ghi đã thông báo' }).click()
  const notify = officer.getByRole('dialog', { name: 'Đã thông báo cơ quan chức năng' })
  await notify.getByRole('button', { name: 'Lưu' }).click()
  await expect(notify.getByRole('alert')).toContainText('Nhập số văn bản')
  await notify.getByLabel('Số, ký hiệu văn bản').fill('15/TB-UBND')
  await expectAccessible(officer)
  await notify.getByRole('button', { name: 'Lưu' }).click()
  await expect(message(officer, 'Đã ghi thông báo')).toBeVisible()
  await expect(officer.getByText('Báo đúng hạn')).toBeVisible()
  await expect(officer.getByText('Chờ lãnh đạo UBND xem và đóng hồ sơ.')).toBeVisible()
  await expectAccessible(officer)

  // The leader closes it; whoever reported it sees that it is done.
  const leader = await as('lanhdao')
  await open(leader, `/vi-pham-du-lieu/${made.id}`)
  await leader.getByRole('button', { name: 'Đóng hồ sơ' }).click()
  const close = leader.getByRole('dialog', { name: 'Đóng hồ sơ vi phạm?' })
  await close.getByRole('textbox').fill('Đã nhắc nhở, chỉ gửi danh sách qua hệ thống')
  await close.getByRole('button', { name: 'Đóng hồ sơ' }).click()
  await expect(message(leader, 'Đã đóng hồ sơ')).toBeVisible()
  await expect(leader.getByText('Đã nhắc nhở, chỉ gửi danh sách qua hệ thống')).toBeVisible()
  await expectAccessible(leader)
  await open(school, `/vi-pham-du-lieu/${made.id}`)
  await expect(school.getByText('Phường đã xử lý xong')).toBeVisible()
})

test('what was reported is mended, and the two logs lead to the form', async ({ as, api }) => {
  const admin = await api('quantri')
  const discovered_at = new Date(Date.now() - 3_600_000).toISOString()
  const made = await admin.post('/data-breaches', {
    kind: 'lost_device',
    what_happened: 'Mất máy tính bảng',
    discovered_at,
  })
  const page = await as('quantri')
  await open(page, '/quan-tri/dang-nhap')
  await page.getByRole('link', { name: 'Ghi nhận vi phạm' }).click()
  await expect(page.getByRole('radio', { name: 'Lộ mật khẩu, mất tài khoản' })).toBeChecked()
  await open(page, `/vi-pham-du-lieu/${made.id}`)
  await page.getByRole('button', { name: 'Việc khác' }).click()
  await page.getByRole('menuitem', { name: 'Sửa thông tin' }).click()
  await expect(heading(page, 'Sửa thông tin vi phạm')).toBeVisible()
  await page.getByLabel('Số người bị ảnh hưởng (ít nhất)').fill('12')
  await page.getByRole('radio', { name: 'Có trẻ em', exact: true }).check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Lưu' }).click()
  await expect(message(page, 'Đã lưu')).toBeVisible()
  await expect(page.getByText('ít nhất 12 người')).toBeVisible()
})
