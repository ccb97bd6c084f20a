import { expectAccessible } from './support/axe.ts'
import { expect, heading, open, test } from './support/test.ts'

test('the administrator reads how the system is and what to do', async ({ as }) => {
  const admin = await as('quantri')
  await open(admin, '/quan-tri/tinh-trang')
  const main = admin.getByRole('main')
  // A demo has no daily backup: that is told first, with what to do about it.
  const todo = main.getByRole('region', { name: 'Việc cần làm' })
  await expect(todo.getByText('Chưa có bản sao lưu nào mới hơn 26 giờ.')).toBeVisible()
  await expect(todo.getByText(/backup_dir và mật khẩu sao lưu/)).toBeVisible()
  const detail = todo.getByRole('listitem').filter({ hasText: 'Bản sao lưu' }).getByText('Chi tiết kỹ thuật')
  await detail.click()
  await expect(todo.getByText(/no backup was made yet/)).toBeVisible()
  const facts = main.getByRole('region', { name: 'Tóm tắt' })
  await expect(facts.getByText('Chưa bật sao lưu hằng ngày')).toBeVisible()
  await expect(facts.getByText(/còn trống .+ trong .+B/)).toBeVisible()
  await expect(main.getByRole('region', { name: 'Việc máy tự làm' }).getByText('Nhắc việc buổi sáng')).toBeVisible()
  await admin.getByRole('button', { name: 'Xem lại' }).click()
  await expect(heading(admin, 'Tình trạng hệ thống')).toBeVisible()
  await expectAccessible(admin)
  const width = await admin.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(width).toBeLessThanOrEqual(0)
})

test('nobody else does', async ({ as }) => {
  const officer = await as('chinhsach')
  await officer.goto('/quan-tri/tinh-trang')
  await expect(heading(officer, 'Phần này dành cho người khác phụ trách')).toBeVisible()
})
