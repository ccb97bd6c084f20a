// What is told of a child: from a unit, at the desk, to its end; and what a unit is asked to do for a child.
import { expectAccessible } from './support/axe.ts'
import type { Api, Row } from './support/api.ts'
import { addChild, neighborhood, wardOf } from './support/children.ts'
import { keptBy, shellKept } from './support/device.ts'
import { card, expect, giveName, heading, isPhone, message, open, test, type Page } from './support/test.ts'

test.describe.configure({ timeout: 120_000 })

const line = (page: Page, code: string) =>
  page
    .getByRole('row')
    .or(page.getByRole('listitem'))
    .filter({ has: page.getByRole('link', { name: new RegExp(code) }) })
const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name })
const tell = (who: Api, more: Row = {}): Promise<Row> =>
  who.post('/concerns', { narrative: 'Nghe tiếng trẻ khóc nhiều đêm', ...more })
const pick = async (page: Page, label: string, option: string | RegExp) => {
  await page.getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

test('a khu phố tells of a child without a network; it is kept sealed, sent later, and followed', async ({
  as,
  api,
}) => {
  const page = await as('khupho3')
  await test.step('from the quick sheet or the menu', async () => {
    if (isPhone(page)) {
      await page.getByRole('button', { name: 'Ghi nhanh' }).click()
      await page
        .getByRole('dialog')
        .getByRole('link', { name: /^Báo tin về trẻ em/ })
        .click()
    } else {
      await page.getByRole('navigation', { name: 'Mục chính' }).getByRole('link', { name: 'Tin báo' }).click()
      await expect(heading(page, 'Tin tôi đã báo')).toBeVisible()
      await page.getByRole('link', { name: 'Báo tin', exact: true }).first().click()
    }
    await expect(heading(page, 'Báo tin về trẻ em')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Gọi 113' })).toHaveAttribute('href', 'tel:113')
    await expectAccessible(page)
  })
  const send = page.getByRole('button', { name: 'Gửi tin' })
  await send.click()
  await expect(page.getByRole('alert')).toContainText('Viết một câu: chuyện gì đã xảy ra')
  await page.getByLabel('Chuyện gì đã xảy ra?').fill('Cháu Bưởi Tây bị nhốt ngoài ban công')
  await page.getByLabel('Tên trẻ, nếu biết').fill('Bưởi Tây')
  await page.getByLabel('Trẻ đang gặp nguy hiểm ngay lúc này').check()

  await shellKept(page)
  await page.context().setOffline(true)
  await send.click()
  await expect(heading(page, 'Tin chưa gửi được')).toBeVisible()
  await expect(page.getByText(/^Tin đã cất kín trên máy này/)).toBeVisible()
  await expectAccessible(page)
  expect(await keptBy(page), 'nothing about the child can be read on the device').not.toMatch(/Bưởi|ban công/)
  await page.context().setOffline(false)
  await expect(heading(page, 'Đã gửi tin')).toBeVisible({ timeout: 40_000 })
  await page.getByRole('link', { name: 'Tin tôi đã báo' }).click()
  await expect(heading(page, 'Tin tôi đã báo')).toBeVisible()
  await expect(page.getByText('Phường đã nhận', { exact: true }).first()).toBeVisible()
  await expectAccessible(page)

  const officer = await api('chinhsach')
  const [row] = (await officer.get('/concerns')).items
  expect([row.danger_level, row.neighborhood.name]).toEqual(['emergency', 'Khu phố 3'])

  await test.step('its author reads it again, and how far it is', async () => {
    await line(page, row.code).getByRole('link').click()
    await expect(heading(page, row.code)).toBeVisible()
    await expect(page.getByText('Cháu Bưởi Tây bị nhốt ngoài ban công')).toBeVisible()
    await expect(page).toHaveTitle(`${row.code} · Búp Trên Cành`)
    await expect(page.getByText(/^Công chức phụ trách trẻ em đã được báo/)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Xử lý tin' })).toBeHidden()
    await expectAccessible(page)
    await officer.post(`/concerns/${row.id}/screen`, { decision: 'open_case' })
    await page.reload()
    await expect(page.getByText(/kết quả không hiện ở đây/)).toBeVisible()
  })
  expect(await keptBy(page)).not.toMatch(/Bưởi|ban công/)
})

test('a machine that many use keeps nothing: the form stays, and says that nothing was sent', async ({ page, api }) => {
  await page.goto('/dang-nhap')
  await page.getByLabel('Đây là máy dùng chung').check()
  await giveName(page, 'khupho4')
  await page.waitForURL((url) => url.pathname === '/')
  await open(page, '/tin-bao/moi')
  await page.getByLabel('Chuyện gì đã xảy ra?').fill('Cháu Bưởi Tây bị bỏ đói')
  await shellKept(page)
  await page.context().setOffline(true)
  const send = page.getByRole('button', { name: 'Gửi tin' })
  await send.click()
  await expect(page.getByRole('alert').filter({ hasText: 'CHƯA gửi được' })).toContainText('máy này không cất giữ được')
  await expect(page.getByLabel('Chuyện gì đã xảy ra?')).toHaveValue('Cháu Bưởi Tây bị bỏ đói')
  expect(await keptBy(page)).not.toContain('Bưởi')
  await test.step('leaving would lose it, and that is asked', async () => {
    await page.getByRole('link', { name: '‹ Tin tôi đã báo' }).click()
    const sure = dialog(page, 'Rời trang khi chưa gửi tin?')
    await sure.getByRole('button', { name: 'Thôi' }).click()
  })
  await page.context().setOffline(false)
  await send.click()
  await expect(heading(page, 'Tin tôi đã báo')).toBeVisible()
  const mine = (await (await api('khupho4')).get('/concerns')).items
  expect((await (await api('khupho4')).get(`/concerns/${mine[0].id}`)).narrative).toBe('Cháu Bưởi Tây bị bỏ đói')
})

test('the officer takes a call down, adds what is heard later, and prints Mẫu 01', async ({ as, api }) => {
  const page = await as('chinhsach')
  await open(page, '/tin-bao')
  await page.getByRole('link', { name: 'Ghi tin mới' }).click()
  await page.getByLabel('Chuyện gì đã xảy ra?').fill('Hàng xóm gọi: cháu hay bị đánh')
  await pick(page, 'Nhận tin qua', 'Điện thoại')
  await pick(page, 'Mức độ nguy hiểm, theo cảm nhận đầu tiên', 'Cao')
  await page.getByLabel('Lúc mấy giờ').fill('8h')
  await page.getByText('Người báo tin, nếu họ đồng ý cho biết').click()
  await page.getByLabel('Điện thoại', { exact: true }).fill('0912345678')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Lưu tin' }).click()
  await expect(page.getByRole('alert')).toContainText('Ghi cả ngày và giờ được báo')
  await page.getByLabel('Lúc mấy giờ').fill('')
  await page.getByRole('button', { name: 'Lưu tin' }).click()
  await expect(message(page, /^Đã ghi tin TB-/)).toBeVisible()
  await expect(card(page, 'Người báo tin')).toContainText('0912345678')
  await expect(page.getByText(/^Còn (12 giờ|11 giờ 5\d phút) để quyết định/)).toBeVisible()
  await expectAccessible(page)
  const [row] = (await (await api('chinhsach')).get('/concerns')).items

  await test.step('a second version is compared field by field', async () => {
    await page.getByRole('link', { name: 'Bổ sung' }).click()
    await expect(heading(page, 'Sửa, bổ sung tin báo')).toBeVisible()
    await page.getByLabel('Tình trạng hiện tại của trẻ').fill('Nhiều vết bầm')
    await page.getByLabel('Nơi xảy ra').fill('Ngõ 1')
    await expectAccessible(page)
    const other = await as('lanhdao')
    await open(other, `/tin-bao/${row.id}/sua`)
    await other.getByLabel('Nơi xảy ra').fill('Ngõ 2')
    await other.getByLabel('Ước lượng tuổi').fill('7')
    await other.getByRole('button', { name: 'Lưu' }).click()
    await expect(message(other, 'Đã lưu')).toBeVisible()
    await page.getByRole('button', { name: 'Lưu' }).click()
    const compare = page.getByRole('dialog')
    await expect(compare.getByText('Nơi xảy ra')).toBeVisible()
    await expectAccessible(page)
    await compare.getByRole('button', { name: 'Lưu bản đã chọn' }).click()
    await expect(heading(page, row.code)).toBeVisible()
    await expect(card(page, 'Vụ việc')).toContainText('Nhiều vết bầm')
    await expect(card(page, 'Vụ việc')).toContainText('Ngõ 1')
    await expect(card(page, 'Trẻ em')).toContainText('7 tuổi')

    await test.step('the leader asks for the name, and that is recorded', async () => {
      await open(other, `/tin-bao/${row.id}`)
      await expect(other.getByText('0912345678')).toHaveCount(0)
      await other.getByRole('button', { name: 'Xem người báo tin' }).click()
      const sure = dialog(other, 'Xem tên người báo tin?')
      await expectAccessible(other)
      await sure.getByRole('button', { name: 'Xem và ghi nhật ký' }).click()
      await expect(card(other, 'Người báo tin')).toContainText('0912345678')
      const log = await (await api('lanhdao')).get('/audit?action=concerns.reveal_reporter')
      expect(log.total).toBe(1)
    })
  })

  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: 'In Mẫu 01' }).click()
  expect((await file).suggestedFilename()).toBe(`mau-01-${row.code}.docx`)
})

test('the desk sorts by what presses, filters, finds by words, and keeps its place', async ({ as, api, server }) => {
  const officer = await api('chinhsach')
  const before = (await officer.get('/concerns?status=received,screened&limit=1')).total
  const calm = await tell(officer, { received_via: 'school', place: 'Trường Hoa Sen' })
  const late = await tell(officer, { told_at: new Date(Date.now() - 14.2 * 3_600_000).toISOString() })
  const danger = await tell(await api('khupho3'), { danger_level: 'emergency' })
  await fetch(`${server.url}/api/v1/public/concerns`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ narrative: 'x', website: 'http://spam' }),
  })
  const page = await as('chinhsach')
  await page.getByRole('button', { name: /^Thông báo, / }).click()
  await page
    .getByRole('link', { name: /^Có thông tin mới cần xem ngay/ })
    .first()
    .click()
  await expect(heading(page, danger.code)).toBeVisible()

  await open(page, '/tin-bao')
  await expect(page.getByText(`${before + 4} tin chờ xử lý.`)).toBeVisible()
  const codes = await page.getByRole('link', { name: /^TB-/ }).allInnerTexts()
  const shown = codes.map((text) => /TB-\d+-\d+/.exec(text)![0])
  const ours = [danger.code, late.code, calm.code]
  expect(shown.filter((code) => ours.includes(code))).toEqual(ours)
  await expect(line(page, late.code)).toContainText('quá 2 giờ')
  await expect(line(page, calm.code)).toContainText(/còn (12 giờ|11 giờ 5\d phút)/)
  await expect(line(page, shown.at(-1)!)).toContainText('Nghi tin rác')
  await expectAccessible(page)

  if (isPhone(page)) await page.getByText('Lọc', { exact: true }).click()
  await pick(page, 'Nguồn tin', 'Nhà trường')
  await expect(line(page, danger.code)).toHaveCount(0)
  await expect(page).toHaveURL(/nguon=school/)
  await page.getByRole('searchbox', { name: /^Tìm tên trẻ/ }).fill('hoa sen')
  await expect(page.getByText('Tìm thấy 1 tin.')).toBeVisible()
  expect(page.url()).not.toContain('hoa')
  await line(page, calm.code).getByRole('link').click()
  await page.getByRole('link', { name: '‹ Tin báo' }).click()
  await expect(page).toHaveURL(/nguon=school/)
  await expect(page.getByRole('searchbox', { name: /^Tìm tên trẻ/ })).toHaveValue('hoa sen')
  expect(await keptBy(page)).not.toContain('hoa sen')
  await page.getByRole('searchbox', { name: /^Tìm tên trẻ/ }).fill('không có ai')
  await page.getByRole('button', { name: 'Bỏ lọc' }).click()
  await expect(page.getByText(`${before + 4} tin chờ xử lý.`)).toBeVisible()
})

test('screening: a case, a join, a referral, a duplicate, no action by two persons', async ({ as, api }) => {
  const officer = await api('chinhsach')
  const ward = await wardOf(officer)
  const child = { full_name: 'Cù Thị Ngân', neighborhood_id: neighborhood(ward, 'Khu phố 3').id }
  await addChild(officer, child)
  const told: Row[] = []
  for (let i = 0; i < 5; i += 1) told.push(await tell(officer, { place: `Ngõ ${i}` }))
  const page = await as('chinhsach')
  const start = async (at: number, decision: string) => {
    await open(page, `/tin-bao/${told[at].id}`)
    await page.getByRole('button', { name: 'Xử lý tin' }).click()
    await dialog(page, /^Xử lý tin báo/)
      .getByRole('radio', { name: decision })
      .check()
    return dialog(page, /^Xử lý tin báo/)
  }

  await test.step('open a case for a child of the registry', async () => {
    const box = await start(0, 'Mở hồ sơ bảo vệ trẻ em')
    await expect(box.getByText(/đồng hồ 12 giờ chạy tiếp/)).toBeVisible()
    await box.getByRole('button', { name: 'Mở hồ sơ' }).click()
    await expect(box.getByRole('alert')).toContainText('Chọn trẻ trong danh sách')
    await box.getByRole('searchbox', { name: 'Họ tên trẻ' }).fill('cu thi ngan')
    await box.getByRole('button', { name: 'Chọn' }).click()
    await expectAccessible(page)
    await box.getByRole('button', { name: 'Mở hồ sơ' }).click()
    await expect(message(page, 'Đã mở hồ sơ')).toBeVisible()
    await expect(card(page, 'Kết quả xử lý').getByRole('link', { name: /^Mở hồ sơ/ })).toHaveAttribute(
      'href',
      /^\/ho-so\//,
    )
    await expect(page.getByRole('button', { name: 'Xử lý tin' })).toBeHidden()
    await expectAccessible(page)
  })

  await test.step('join that case', async () => {
    const box = await start(1, 'Nhập vào hồ sơ đang có')
    await box.getByRole('searchbox', { name: 'Tên trẻ hoặc mã hồ sơ' }).fill('ngan')
    const { case_id } = await officer.get(`/concerns/${told[0].id}`)
    const { code } = await officer.get(`/cases/${case_id}`)
    await box.getByRole('button', { name: `Chọn ${code}` }).click()
    await expect(box.getByText(code)).toBeVisible()
    await box.getByRole('button', { name: 'Nhập vào hồ sơ' }).click()
    await expect(message(page, 'Đã nhập vào hồ sơ')).toBeVisible()
  })

  await test.step('pass it on to the police, who read it', async () => {
    const box = await start(2, 'Chuyển cho đơn vị khác')
    await pick(page, 'Chuyển cho', 'Khu phố 1')
    await expect(box.getByText(/KHÔNG đọc được nội dung tin/)).toBeVisible()
    await pick(page, 'Chuyển cho', /Công an/)
    await expect(box.getByText(/^Công an phường đọc được/)).toBeVisible()
    await box.getByRole('button', { name: 'Chuyển tin' }).click()
    await expect(box.getByRole('alert')).toContainText('Viết lý do')
    await box.getByLabel('Lý do').fill('Có dấu hiệu tội phạm')
    await box.getByRole('button', { name: 'Chuyển tin' }).click()
    await expect(message(page, 'Đã chuyển tin')).toBeVisible()
    const police = await as('congan')
    await open(police, '/tin-bao')
    await line(police, told[2].code).getByRole('link').click()
    await expect(police.getByText('Nghe tiếng trẻ khóc nhiều đêm')).toBeVisible()
    await expect(card(police, 'Người báo tin')).toHaveCount(0)
  })

  await test.step('the same as another one', async () => {
    const box = await start(3, 'Trùng với tin đã có')
    await box.getByRole('searchbox').fill('ngo 2')
    await box.getByRole('button', { name: `Chọn ${told[2].code}` }).click()
    await box.getByRole('button', { name: 'Đánh dấu trùng' }).click()
    await expect(message(page, 'Đã đánh dấu trùng')).toBeVisible()
    await expect(card(page, 'Kết quả xử lý')).toContainText('Mở tin kia')
  })

  await test.step('no action: proposed, sent back, proposed again, confirmed by the leader', async () => {
    const propose = async (reason: string) => {
      const box = await start(4, 'Đề xuất không xử lý')
      await box.getByLabel('Lý do').fill(reason)
      await box.getByRole('button', { name: 'Gửi đề xuất' }).click()
      await expect(message(page, 'Đã gửi đề xuất, chờ người thứ hai')).toBeVisible()
    }
    await propose('Trẻ ngã xe')
    await expect(page.getByText(/^Người đề xuất không tự xác nhận được/)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Đồng ý không xử lý' })).toBeHidden()

    const leader = await as('lanhdao')
    await open(leader, `/tin-bao/${told[4].id}`)
    await leader.getByRole('button', { name: 'Gửi trả lại' }).click()
    await dialog(leader, 'Gửi trả lại đề xuất?').getByLabel('Vì sao cần xem lại').fill('Hỏi lại nhà trường')
    await expectAccessible(leader)
    await dialog(leader, 'Gửi trả lại đề xuất?').getByRole('button', { name: 'Gửi trả lại' }).click()
    await expect(message(leader, 'Đã gửi trả lại')).toBeVisible()
    await leader.getByRole('button', { name: 'Xử lý tin' }).click()
    await expect(dialog(leader, /^Xử lý tin báo/).getByRole('radio')).toHaveCount(3)
    await leader.keyboard.press('Escape')

    await page.reload()
    await expect(page.getByText('Hỏi lại nhà trường')).toBeVisible()
    await propose('Trường xác nhận trẻ ngã xe')
    await leader.reload()
    await leader.getByRole('button', { name: 'Đồng ý không xử lý' }).click()
    await dialog(leader, 'Đồng ý không xử lý tin này?').getByRole('button', { name: 'Đồng ý không xử lý' }).click()
    await expect(message(leader, 'Đã xác nhận không xử lý')).toBeVisible()
    await expect(card(leader, 'Kết quả xử lý')).toContainText('Người xác nhận')
  })
})

test('a school answers what it is asked to do for a child, and another school sees nothing', async ({ as, api }) => {
  const officer = await api('chinhsach')
  const told = await tell(officer)
  const { case_id } = await officer.post(`/concerns/${told.id}/screen`, { decision: 'open_case' })
  const school =
    (await (await api('truong1')).get('/me')).user.unit_id ?? (await (await api('truong1')).get('/me')).unit.id
  await officer.post(`/cases/${case_id}/refer`, {
    service: 'school',
    to_unit_id: school,
    purpose: 'Cử giáo viên chủ nhiệm theo dõi trẻ hằng ngày',
    shared: [{ label: 'Lớp', value: '4A' }],
    contact: 'Lê Thu Hà, 0912 000 111',
  })
  const page = await as('truong1')
  await page.getByRole('button', { name: /^Thông báo, / }).click()
  await page
    .getByRole('link', { name: /^Đơn vị anh\/chị nhận được một đề nghị phối hợp/ })
    .first()
    .click()
  await expect(heading(page, 'Hỗ trợ tại trường học')).toBeVisible()
  await expect(page.getByText('4A', { exact: true })).toBeVisible()
  await expect(page.getByText(/^Trả lời phường: còn/)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Nhận phối hợp' }).click()
  await dialog(page, 'Nhận phối hợp?').getByLabel('Lời nhắn cho phường').fill('Cô Lan phụ trách')
  await dialog(page, 'Nhận phối hợp?').getByRole('button', { name: 'Nhận phối hợp' }).click()
  await expect(message(page, 'Đã nhận phối hợp')).toBeVisible()
  await page.getByRole('link', { name: '‹ Phối hợp' }).click()
  await expect(page.getByRole('link', { name: /^Đang làm/ })).toHaveAttribute('aria-current', 'page')
  await expectAccessible(page)
  await page.getByRole('link', { name: /Hỗ trợ tại trường học/ }).click()
  await page.getByRole('button', { name: 'Báo đã làm xong' }).click()
  const box = dialog(page, 'Báo đã làm xong?')
  await box.getByRole('button', { name: 'Báo đã làm xong' }).click()
  await expect(box.getByText('Viết đã làm gì, kết quả ra sao')).toBeVisible()
  await expectAccessible(page)
  await box.getByLabel('Đã làm gì, kết quả ra sao').fill('Trẻ đi học đều, vui hơn')
  await box.getByRole('button', { name: 'Báo đã làm xong' }).click()
  await expect(message(page, 'Đã báo kết quả')).toBeVisible()
  await expect(card(page, 'Đã trả lời')).toContainText('Trẻ đi học đều, vui hơn')

  const other = await as('truong2')
  await open(other, '/phoi-hop')
  await expect(other.getByText('Không có đề nghị nào chờ trả lời.')).toBeVisible()
  await other.goto(new URL(page.url()).pathname)
  await expect(heading(other, 'Không tìm thấy')).toBeVisible()
})
