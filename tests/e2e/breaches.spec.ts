import { expectAccessible } from './support/axe.ts'
import { keptBy, shellKept } from './support/device.ts'
import { card, expect, giveName, heading, message, open, test, type Page } from './support/test.ts'

// Several people sign in, each on a device of their own.
test.describe.configure({ timeout: 120_000 })

const HOUR = 3_600_000
const due = (page: Page) => card(page, /^Vi phạm dữ liệu đang tính giờ/)
const told = (page: Page) => page.getByLabel('Kể ngắn gọn')

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

test('the first screen of who works on them shows what must be told, the nearest first', async ({ as, api }) => {
  const leader = await as('lanhdao')
  const home = due(leader)
  const rows = home.getByRole('listitem')
  await expect(home.getByRole('heading')).toHaveText('Vi phạm dữ liệu đang tính giờ (1)')
  await expect(rows).toContainText(/Gửi nhầm người, nhầm nhóm.*có trẻ em.*còn 1 ngày 17 giờ/)
  await expectAccessible(leader)

  await test.step('what needs no notice goes from it, and so does the card', async () => {
    await rows.getByRole('link', { name: 'Đánh giá' }).click()
    await leader.getByRole('button', { name: 'Đánh giá' }).click()
    const assess = leader.getByRole('dialog', { name: 'Việc này có thể gây hại không?' })
    await assess.getByRole('radio', { name: 'Ít khả năng gây hại' }).check()
    await assess.getByLabel('Hậu quả có thể xảy ra, hoặc vì sao không').fill('Chưa ai xem được')
    const emptied = leader.waitForResponse((answer) => answer.url().includes('clock_runs=true&sort=due_at&limit=3'))
    await assess.getByRole('button', { name: 'Lưu' }).click()
    await expect(message(leader, 'Đã ghi đánh giá')).toBeVisible()
    await open(leader, '/')
    await emptied
    await expect(leader.getByRole('heading', { name: 'Tiến độ theo mục kế hoạch' })).toBeVisible()
    await expect(home).toBeHidden()
  })

  const school = await api('truong1')
  for (const [kind, hours] of [
    ['lost_paper', 1],
    ['unauthorised_look', 10.5],
    ['stolen_account', 65.5],
    ['published', 80.5],
  ] as const) {
    const discovered_at = new Date(Date.now() - hours * HOUR).toISOString()
    await school.post('/data-breaches', { kind, what_happened: 'Chưa rõ', discovered_at })
  }
  await leader.reload()
  await expect(home.getByRole('heading')).toHaveText('Vi phạm dữ liệu đang tính giờ (4)')
  await expect(rows).toHaveCount(3)
  await expect(rows.nth(0)).toContainText(/Bị đăng công khai.*quá 8 giờ/)
  await expect(rows.nth(1)).toContainText(/Lộ mật khẩu, mất tài khoản.*còn 6 giờ/)
  await expect(rows.nth(2)).toContainText(/Xem khi không có việc cần.*còn 2 ngày 13 giờ/)
  await expectAccessible(leader)
  await home.getByRole('link', { name: 'Xem sổ vi phạm' }).click()
  await expect(heading(leader, 'Vi phạm dữ liệu cá nhân')).toBeVisible()

  await test.step('the officer and the administrator see it too, who only reported one does not', async () => {
    for (const person of ['chinhsach', 'quantri']) {
      await expect(due(await as(person)).getByRole('listitem')).toHaveCount(3)
    }
    const reporter = await as('truong1')
    await expect(reporter.getByText('Hôm nay và 7 ngày tới')).toBeVisible()
    await expect(due(reporter)).toBeHidden()
  })
})

test('a report that is being written outlives its tab and a lost network, sealed', async ({ as, api }) => {
  const page = await as('khupho4')
  const context = page.context()
  await open(page, '/vi-pham-du-lieu/moi')

  await test.step('what was begun by mistake is thrown away', async () => {
    await told(page).fill('Việc nhầm')
    await expect(page.getByText(/^Đang giữ kín trên máy này/)).toBeVisible()
    await page.reload()
    await expect(page.getByText(/^Đã lấy lại phần viết dở/)).toBeVisible()
    await expect(told(page)).toHaveValue('Việc nhầm')
    await page.getByRole('button', { name: 'Bỏ, viết mới' }).click()
    await page.getByRole('dialog', { name: 'Bỏ phần viết dở?' }).getByRole('button', { name: 'Bỏ, viết mới' }).click()
    await expect(told(page)).toHaveValue('')
    await page.reload()
    await expect(heading(page, 'Báo vi phạm dữ liệu cá nhân')).toBeVisible()
    await expect(page.getByText(/^Đã lấy lại phần viết dở/)).toBeHidden()
    await expect(told(page)).toHaveValue('')
  })

  await page.getByRole('radio', { name: 'Mất điện thoại, máy tính, USB' }).check()
  await told(page).fill('Mất máy có ảnh cháu Bưởi Tây')
  await expect(page.getByText(/^Đang giữ kín trên máy này/)).toBeVisible()
  await expectAccessible(page)
  expect(await keptBy(page), 'nothing of it can be read on the device').not.toMatch(/Bưởi|lost_device/)
  await shellKept(page)
  await context.setOffline(true)
  await page.close()
  const closedAt = Date.now()

  const again = await context.newPage()
  await open(again, '/vi-pham-du-lieu')
  await expect(again.getByText('Anh/chị có một báo cáo viết dở')).toBeVisible()
  await again.getByRole('link', { name: 'Viết tiếp' }).click()
  await expect(again.getByText(/^Đã lấy lại phần viết dở/)).toBeVisible()
  await expect(told(again)).toHaveValue('Mất máy có ảnh cháu Bưởi Tây')
  await expect(again.getByRole('radio', { name: 'Mất điện thoại, máy tính, USB' })).toBeChecked()
  await expectAccessible(again)
  await again.getByRole('button', { name: 'Gửi báo cáo' }).click()
  await expect(heading(again, 'Báo cáo chưa gửi được')).toBeVisible()
  await expectAccessible(again)
  expect(await keptBy(again)).not.toMatch(/Bưởi|lost_device/)
  await context.setOffline(false)
  await expect(heading(again, 'Đã gửi báo cáo')).toBeVisible({ timeout: 40_000 })

  const mine = await api('khupho4')
  const { items } = await mine.get('/data-breaches')
  expect(items).toHaveLength(1)
  expect(Date.parse(items[0].discovered_at), 'discovered when it was first written').toBeLessThan(closedAt)
  expect((await mine.get(`/data-breaches/${items[0].id}`)).what_happened).toBe('Mất máy có ảnh cháu Bưởi Tây')
  await open(again, '/vi-pham-du-lieu/moi')
  await expect(told(again)).toHaveValue('')
})

test('a machine that many use keeps no report, and says so', async ({ page }) => {
  await page.goto('/dang-nhap')
  await page.getByLabel('Đây là máy dùng chung').check()
  await giveName(page, 'khupho4')
  await page.waitForURL((url) => url.pathname === '/')
  await open(page, '/vi-pham-du-lieu/moi')
  await told(page).fill('Mất sổ của cháu Bưởi Tây')
  await expect(page.getByText(/^Máy này không giữ lại phần đang viết/)).toBeVisible()
  await page.getByRole('radio', { name: 'Mất, thất lạc giấy tờ' }).check()
  await shellKept(page)
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Gửi báo cáo' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'CHƯA gửi được' })).toContainText('không giữ lại được')
  expect(await keptBy(page)).not.toContain('Bưởi')
  await page.getByRole('link', { name: '‹ Vi phạm dữ liệu tôi đã báo' }).click()
  await page.getByRole('dialog', { name: 'Chưa gửi báo cáo' }).getByRole('button', { name: 'Thôi' }).click()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Gửi báo cáo' }).click()
  await expect(heading(page, 'Vi phạm dữ liệu tôi đã báo')).toBeVisible()
})
