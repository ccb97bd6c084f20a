import type { Row } from './support/api.ts'
import { addChild, addChildren, neighborhood, wardOf } from './support/children.ts'
import { expectAccessible } from './support/axe.ts'
import { card, expect, heading, isPhone, message, open, test, type Page } from './support/test.ts'

test.describe.configure({ timeout: 120_000 })

const row = (page: Page, name: string) => page.getByRole('link', { name: new RegExp(`^${name}`) })
const search = (page: Page) => page.getByRole('searchbox')
const save = (page: Page) => page.getByRole('button', { name: 'Lưu', exact: true }).click()
const part = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Các phần của hồ sơ' }).getByRole('link', { name: new RegExp(`^${name}`) })

test('the officer adds a child: errors lead to their fields, the child that is there already is found', async ({
  as,
  api,
}) => {
  const beside = await api('chinhsach')
  const ward = await wardOf(beside)
  const known = await addChild(beside, {
    full_name: 'Nguyễn Thị Hoà',
    neighborhood_id: neighborhood(ward, 'Khu phố 3').id,
    guardians: [{ relation: 'mother', full_name: 'Trần Thị Bình', phone: '0912345678' }],
  })
  const page = await as('chinhsach')

  await test.step('the form is reached as people reach it', async () => {
    if (isPhone(page)) {
      await page.getByRole('button', { name: 'Ghi nhanh' }).click()
      await page
        .getByRole('dialog')
        .getByRole('link', { name: /^Thêm trẻ/ })
        .click()
    } else {
      await page.getByRole('link', { name: 'Danh sách trẻ', exact: true }).click()
      await page.getByRole('link', { name: 'Thêm trẻ' }).click()
    }
    await expect(heading(page, 'Thêm trẻ')).toBeVisible()
  })

  await test.step('what is missing is said once on top and once at its field', async () => {
    await save(page)
    const summary = page.getByRole('alert')
    await expect(summary).toBeFocused()
    await expect(summary).toContainText('Có 3 chỗ cần sửa')
    await summary.getByRole('link', { name: 'Nhập họ và tên trẻ' }).click()
    const name = page.getByLabel('Họ và tên').first()
    await expect(name).toBeFocused()
    await expectAccessible(page)

    await name.fill('hoà nguyễn THỊ')
    await page.getByLabel('Ngày sinh', { exact: true }).fill('2703' + known.date_of_birth.slice(0, 4))
    await page.getByRole('combobox', { name: 'Khu phố' }).fill('khu pho 3')
    await page.getByRole('option', { name: 'Khu phố 3' }).click()
    const guardian = page.getByRole('group', { name: 'Người chăm sóc 1' })
    await guardian.getByLabel('Họ và tên').fill('Trần Thị Bình')
    await guardian.getByLabel('Số điện thoại').fill('12345')
    await save(page)
    await page
      .getByRole('alert')
      .getByRole('link', { name: /^Số điện thoại gồm 10 số/ })
      .click()
    await expect(guardian.getByLabel('Số điện thoại')).toBeFocused()
    await guardian.getByLabel('Số điện thoại').fill('0987 654 321')
  })

  await test.step('the record that may be the same child stands beside what was typed', async () => {
    await save(page)
    const dialog = page.getByRole('dialog', { name: 'Có thể trẻ này đã có trong danh sách' })
    await expect(dialog).toContainText('Rất giống: cùng tên và ngày sinh')
    await expect(dialog.getByRole('row', { name: /^Họ và tên/ })).toContainText('Nguyễn Thị Hoà')
    await expect(dialog.getByRole('row', { name: /^Người chăm sóc/ })).toContainText('khác')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Quay lại sửa' }).click()
    await expect(dialog).toBeHidden()
    // Leaving would lose what was typed: nothing of it is on the device.
    await page
      .getByRole('link', { name: /Danh sách trẻ$/ })
      .first()
      .click()
    const sure = page.getByRole('dialog', { name: 'Rời trang này?' })
    await sure.getByRole('button', { name: 'Thôi' }).click()
    await expect(page.getByLabel('Họ và tên').first()).toHaveValue('hoà nguyễn THỊ')

    await save(page)
    await dialog.getByRole('button', { name: 'Là trẻ khác, vẫn lưu' }).click()
    await expect(message(page, /^Đã thêm trẻ, mã TE-/)).toBeVisible()
    await expect(heading(page, 'hoà nguyễn THỊ')).toBeVisible()
    await expect(page).toHaveTitle(/^Hồ sơ trẻ TE-\d+ · Búp Trên Cành$/)
  })
})

test('a neighborhood sees its own children, and nobody else’s, not even by an address', async ({ as, api }) => {
  const officer = await api('chinhsach')
  const ward = await wardOf(officer)
  await addChildren(officer, ward, 44)
  const own = await addChild(officer, {
    full_name: 'Khổng Tú Ngân',
    neighborhood_id: neighborhood(ward, 'Khu phố 3').id,
  })
  const other = await addChild(officer, {
    full_name: 'Khổng Tú Vy',
    neighborhood_id: neighborhood(ward, 'Khu phố 4').id,
  })
  const page = await as('khupho3')
  await open(page, '/tre-em')
  const { total } = await (await api('khupho3')).get('/children?limit=1')
  expect(total).toBeGreaterThan(4)
  await expect(page.getByText(`${total} trẻ`, { exact: true })).toBeVisible()
  await search(page).fill('khong tu')
  await expect(page.getByText('Tìm thấy 1 trẻ')).toBeVisible()
  await expect(row(page, 'Khổng Tú Ngân')).toBeVisible()
  expect(page.url()).not.toMatch(/khong/i)

  await row(page, 'Khổng Tú Ngân').click()
  await expect(heading(page, 'Khổng Tú Ngân')).toBeVisible()
  await expect(part(page, 'Ai đã xem')).toHaveCount(0)
  // Back where the search was: the words were kept in the page, not in the address.
  await page.getByRole('link', { name: '‹ Danh sách trẻ' }).click()
  await expect(search(page)).toHaveValue('khong tu')

  await test.step('the file holds what the list shows', async () => {
    if (isPhone(page)) await page.getByRole('button', { name: 'Việc khác với danh sách' }).click()
    const asked = page.waitForRequest((request) => request.url().endsWith('/children/export.xlsx'))
    const file = page.waitForEvent('download')
    await page.getByRole(isPhone(page) ? 'menuitem' : 'button', { name: 'Xuất Excel' }).click()
    expect((await asked).method(), 'the words of the search go in a body').toBe('POST')
    expect((await file).suggestedFilename()).toMatch(/^tre-em-\d{4}-\d{2}-\d{2}\.xlsx$/)
    await expect(message(page, 'Lần xuất này được ghi vào nhật ký')).toBeVisible()
  })

  await test.step('a visit is written down and counts', async () => {
    await row(page, 'Khổng Tú Ngân').click()
    await part(page, 'Hỗ trợ').click()
    await page.getByRole('button', { name: 'Thêm lần hỗ trợ' }).click()
    const dialog = page.getByRole('dialog', { name: 'Thêm lần hỗ trợ' })
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Chọn hình thức')
    await dialog.getByRole('combobox', { name: 'Hình thức' }).click()
    await page.getByRole('option', { name: 'Thăm hỏi' }).click()
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await expect(message(page, 'Đã ghi lần hỗ trợ')).toBeVisible()
    await expect(card(page, 'Đã thăm hỏi, hỗ trợ')).toContainText('Thăm hỏi')
    expect((await officer.get(`/children/${own.id}/supports`)).items).toHaveLength(1)
  })

  await page.goto(`/tre-em/${other.id}`)
  await expect(heading(page, 'Không tìm thấy')).toBeVisible()
  await expect(page.getByText('Khổng Tú Vy')).toHaveCount(0)
})

test('the Youth Union sees whom to call, and no date of birth anywhere', async ({ as, api }) => {
  const officer = await api('chinhsach')
  const ward = await wardOf(officer)
  const child = await addChild(officer, {
    full_name: 'Lý Gia Hân',
    neighborhood_id: neighborhood(ward, 'Khu phố 3').id,
    guardians: [{ relation: 'mother', full_name: 'Phan Thị Sen', phone: '0912345678' }],
    medical_warning: 'Dị ứng hải sản',
    poverty: 'poor',
    personal_id: '001216123456',
  })
  await officer.post(`/children/${child.id}/circumstances`, { code: 'HC01', from_date: child.date_of_birth })
  const [year, month, day] = child.date_of_birth.split('-')
  const hidden = [`${day}/${month}/${year}`, child.date_of_birth, 'Phan Thị Sen', 'mồ côi', 'Hộ nghèo', '001216123456']

  const page = await as('doan')
  const sent: string[] = []
  page.on('response', async (answer) => {
    // The history's guardians are cut on the page alone, until the API cuts them as it cuts the child's.
    if (answer.url().includes('/children') && !answer.url().endsWith('/history'))
      sent.push(await answer.text().catch(() => ''))
  })
  await open(page, '/tre-em?tuoi=6-10&nhom=HC01')
  await search(page).fill('ly gia han')
  await expect(row(page, 'Lý Gia Hân')).toBeVisible()
  await row(page, 'Lý Gia Hân').click()
  await expect(heading(page, 'Lý Gia Hân')).toBeVisible()
  await expect(page.getByText(`sinh năm ${year}`)).toBeVisible()
  await expect(page.getByText('Dị ứng hải sản').first()).toBeVisible()
  for (const name of ['Thông tin', 'Người chăm sóc', 'Lịch sử']) {
    await part(page, name).click()
    await expect(part(page, name)).toHaveAttribute('aria-current', 'page')
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    const text = await page.locator('body').innerText()
    for (const secret of hidden) expect(text, name).not.toContain(secret)
  }
  await expect(part(page, 'Hoàn cảnh')).toHaveCount(0)
  await part(page, 'Người chăm sóc').click()
  await expect(page.getByRole('link', { name: /0912\s345\s678/ })).toHaveAttribute('href', 'tel:0912345678')
  for (const secret of hidden) expect(sent.join('\n'), 'what the server sent').not.toContain(secret)
})

test('the health station renews an insurance card, and finds nothing else to change', async ({ as, api }) => {
  const officer = await api('chinhsach')
  const ward = await wardOf(officer)
  const child = await addChild(officer, {
    full_name: 'Tạ Minh Khuê',
    neighborhood_id: neighborhood(ward, 'Khu phố 2').id,
    poverty: 'near_poor',
  })
  const page = await as('yte')
  await open(page, '/tre-em')
  await page.getByRole('button', { name: 'Thiếu BHYT' }).click()
  await expect(page).toHaveURL(/thieu-bhyt=1/)
  await search(page).fill('ta minh khue')
  await row(page, 'Tạ Minh Khuê').click()
  await page.getByRole('link', { name: 'Sửa' }).click()
  await expect(heading(page, 'Sửa thông tin sức khỏe')).toBeVisible()
  await expect(page.getByLabel('Họ và tên')).toHaveCount(0)
  await page.getByLabel('Số thẻ BHYT').fill('12')
  await save(page)
  await expect(page.getByRole('alert')).toContainText('Số thẻ BHYT gồm 10 chữ số')
  await page.getByLabel('Số thẻ BHYT').fill('0123456789')
  const { today } = await officer.get('/me')
  await page.getByLabel('Thẻ BHYT đến ngày').fill(`31/12/${today.slice(0, 4)}`)
  await save(page)
  await expect(message(page, 'Đã lưu')).toBeVisible()
  await expect(heading(page, 'Tạ Minh Khuê')).toBeVisible()
  await expect(page.getByText('0123456789')).toBeVisible()
  const held = await officer.get(`/children/${child.id}`)
  expect(held).toMatchObject({ health_insurance_no: '0123456789', poverty: 'near_poor', version: 2 })
  await page.getByRole('link', { name: '‹ Danh sách trẻ' }).click()
  await expect(page).toHaveURL(/thieu-bhyt=1/)
  await expect(row(page, 'Tạ Minh Khuê')).toHaveCount(0)
})

test('two records of one child become one, and two again', async ({ as, api }) => {
  const officer = await api('chinhsach')
  const ward = await wardOf(officer)
  const first = await addChild(officer, {
    full_name: 'Cao Bảo Trân',
    neighborhood_id: neighborhood(ward, 'Khu phố 1').id,
    grade: '3A',
  })
  const second = await addChild(officer, {
    full_name: 'Bảo Trân Cao',
    neighborhood_id: neighborhood(ward, 'Khu phố 1').id,
    grade: '3B',
    address: 'Số 9 phố Đội Cấn',
    date_of_birth: first.date_of_birth.replace('-03-27', '-05-09'),
  })
  await officer.post(`/children/${second.id}/move`, { neighborhood_id: neighborhood(ward, 'Khu phố 2').id })
  const pairs: Row[] = (await officer.get('/children/duplicates')).items
  const found = pairs.filter((pair) => [pair.first.id, pair.second.id].includes(second.id))
  expect(found, 'another day of birth is another child').toEqual([])

  const page = await as('chinhsach')
  await test.step('merged from the record, after a search', async () => {
    await open(page, `/tre-em/${first.id}`)
    await page.getByRole('button', { name: 'Việc khác' }).click()
    await page.getByRole('menuitem', { name: 'Gộp với hồ sơ khác' }).click()
    const finder = page.getByRole('dialog', { name: 'Gộp với hồ sơ nào?' })
    await finder.getByRole('searchbox').fill('bao tran')
    await finder.getByRole('button', { name: `Chọn: ${second.code}` }).click()
    const dialog = page.getByRole('dialog', { name: 'Gộp hai hồ sơ thành một' })
    await expect(dialog).toContainText('Mục còn trống được điền từ hồ sơ kia')
    await expect(dialog).toContainText('Chỗ ở hiện nay: Số 9 phố Đội Cấn')
    await dialog.getByRole('group', { name: 'Lớp' }).getByRole('radio', { name: '3B' }).check()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Gộp thành một hồ sơ' }).click()
    await expect(message(page, `Đã gộp vào hồ sơ ${first.code}`)).toBeVisible()
    const kept = await officer.get(`/children/${first.id}`)
    expect(kept).toMatchObject({ grade: '3B', address: 'Số 9 phố Đội Cấn', full_name: 'Cao Bảo Trân' })
  })

  await test.step('and taken back at the desk', async () => {
    await open(page, '/tre-em/trung')
    await page.getByRole('link', { name: 'Đã gộp' }).click()
    await expect(page.getByText(`${second.code} vào ${first.code}`)).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: `Hoàn tác: ${second.code}` }).click()
    const sure = page.getByRole('dialog', { name: 'Tách lại thành hai hồ sơ?' })
    await sure.getByRole('button', { name: 'Hoàn tác' }).click()
    await expect(message(page, 'Đã tách lại thành hai hồ sơ')).toBeVisible()
    expect(await officer.get(`/children/${first.id}`)).toMatchObject({ grade: '3A', address: '' })
    expect(await officer.get(`/children/${second.id}`)).toMatchObject({ grade: '3B', full_name: 'Bảo Trân Cao' })
  })
})

test('at the desk, a pair is looked at and found to be two children', async ({ as, api }) => {
  const officer = await api('chinhsach')
  const ward = await wardOf(officer)
  const place = (name: string) => ({ neighborhood_id: neighborhood(ward, name).id })
  // A neighborhood is not told of the other one's children: the pair comes up at the ward's desk.
  const first = await addChild(officer, { full_name: 'Kiều Anh Thư', ...place('Khu phố 1') })
  const second = await (
    await api('khupho3')
  ).post('/children', {
    full_name: 'Kiều Anh Thư',
    date_of_birth: first.date_of_birth,
    guardians: [],
  })
  const page = await as('chinhsach')
  await open(page, '/tre-em/trung')
  const pair = card(page, /^Kiều Anh Thư/)
  await expect(pair).toContainText('Rất giống: cùng tên và ngày sinh')
  await expect(pair.getByRole('row', { name: /^Khu phố/ })).toContainText('khác')
  await expectAccessible(page)
  await pair.getByRole('button', { name: 'Là hai trẻ' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Là hai trẻ' }).click()
  await expect(message(page, 'Đã ghi: là hai trẻ khác nhau')).toBeVisible()
  await expect(pair).toHaveCount(0)
  await page.goto(`/tre-em/${second.id}`)
  await expect(heading(page, 'Kiều Anh Thư')).toBeVisible()

  const leader = await as('lanhdao')
  await open(leader, '/tre-em/trung')
  await expect(leader.getByText('Công chức chính sách xã hội xử lý các cặp này.')).toBeVisible()
  await expect(card(leader, /^Kiều Anh Thư/)).toHaveCount(0)
})

test('a circumstance is added with its paper, ended, and a mistake is taken back', async ({ as, api }) => {
  const officer = await api('chinhsach')
  const ward = await wardOf(officer)
  const child = await addChild(officer, {
    full_name: 'La Hoài Thương',
    neighborhood_id: neighborhood(ward, 'Khu phố 3').id,
  })
  const page = await as('chinhsach')
  await open(page, `/tre-em/${child.id}?xem=hoan-canh`)
  const add = async (code: string) => {
    await page.getByRole('button', { name: 'Thêm hoàn cảnh, nguy cơ' }).click()
    const dialog = page.getByRole('dialog', { name: 'Thêm hoàn cảnh hoặc nguy cơ' })
    await dialog.getByRole('combobox', { name: /^Nhóm/ }).fill(code)
    await page.getByRole('option', { name: new RegExp(code) }).click()
    await expect(dialog).toContainText('Căn cứ: Luật Trẻ em 2016, Điều 10')
    await dialog.getByLabel('Từ ngày').fill('10012024')
    await dialog.getByLabel('Giấy tờ chứng minh').fill('Quyết định số 12/QĐ-UBND')
    return dialog
  }
  const dialog = await add('HC11')
  await expect(dialog).toContainText('Nhóm này được giữ kín')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Lưu' }).click()
  await expect(message(page, 'Đã thêm vào hồ sơ')).toBeVisible()
  const special = card(page, /^Hoàn cảnh đặc biệt/)
  await expect(special).toContainText('HC11 · Từ 10/01/2024 · Giấy tờ: Quyết định số 12/QĐ-UBND')

  await special.getByRole('button', { name: 'Ghi nhầm' }).click()
  const sure = page.getByRole('dialog', { name: 'Hủy mục ghi nhầm?' })
  await sure.getByRole('button', { name: 'Hủy mục ghi nhầm' }).click()
  await expect(sure).toContainText('Viết lý do')
  await sure.getByLabel('Vì sao là ghi nhầm').fill('Nhầm với trẻ khác')
  await sure.getByRole('button', { name: 'Hủy mục ghi nhầm' }).click()
  await expect(special).toContainText('Không thuộc nhóm hoàn cảnh đặc biệt nào.')

  await (await add('HC01')).getByRole('button', { name: 'Lưu' }).click()
  await special.getByRole('button', { name: 'Kết thúc' }).click()
  const end = page.getByRole('dialog', { name: 'Kết thúc mục này' })
  await end.getByLabel('Kết thúc từ ngày').fill('09/01/2024')
  await end.getByRole('button', { name: 'Kết thúc' }).click()
  await expect(end.getByRole('alert')).toContainText('Ngày kết thúc không được trước ngày bắt đầu')
  await end.getByLabel('Kết thúc từ ngày').fill('01/02/2024')
  await end.getByRole('button', { name: 'Kết thúc' }).click()
  await expect(message(page, 'Đã ghi ngày kết thúc')).toBeVisible()
  await part(page, 'Lịch sử').click()
  await expect(page.getByText('đến 01/02/2024').first()).toBeVisible()

  // The neighborhood never learns of the group that is kept closed, not even from the history.
  const own = await as('khupho3')
  await open(own, `/tre-em/${child.id}?xem=lich-su`)
  await expect(own.getByText('đến 01/02/2024').first()).toBeVisible()
  await expect(own.getByText('Nhầm với trẻ khác')).toHaveCount(0)
})

test('ten idle minutes cover the record, and the cover opens by its button alone', async ({ as, api }) => {
  const officer = await api('chinhsach')
  const ward = await wardOf(officer)
  const child = await addChild(officer, {
    full_name: 'Văn Thùy Dương',
    neighborhood_id: neighborhood(ward, 'Khu phố 3').id,
  })
  const page = await as('chinhsach')
  await page.clock.install()
  await open(page, `/tre-em/${child.id}`)
  await page.clock.runFor('09:00')
  await expect(page.getByText('Màn hình đã được che')).toHaveCount(0)
  await page.clock.runFor('01:10')
  const cover = page.getByRole('dialog', { name: 'Màn hình đã được che' })
  await expect(cover).toBeVisible()
  await expect(heading(page, 'Văn Thùy Dương')).toBeHidden()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.mouse.move(100, 100)
  await page.keyboard.press('Tab')
  await expect(cover).toBeVisible()
  await cover.getByRole('button', { name: 'Xem tiếp' }).click()
  await expect(heading(page, 'Văn Thùy Dương')).toBeVisible()
})

test('nothing of a child stays on the device, and a stale edit loses neither side', async ({ as, api }) => {
  const officer = await api('chinhsach')
  const ward = await wardOf(officer)
  const child = await addChild(officer, {
    full_name: 'Uông Thục Quyên',
    neighborhood_id: neighborhood(ward, 'Khu phố 3').id,
    guardians: [{ relation: 'mother', full_name: 'Lục Thị Mơ', phone: '0912345678' }],
  })
  const page = await as('chinhsach')
  await open(page, '/tre-em')
  await search(page).fill('uong thuc')
  await row(page, 'Uông Thục Quyên').click()
  await page.getByRole('link', { name: 'Sửa' }).click()
  await page.getByRole('textbox', { name: 'Lớp' }).fill('5K')
  await page.getByRole('textbox', { name: 'Ghi chú' }).fill('Thích vẽ tranh')
  await page.waitForTimeout(500)
  const kept = await page.evaluate(everythingKept)
  for (const word of ['Uông', 'Quyên', 'uong', 'Lục Thị Mơ', '0912345678', 'Thích vẽ', child.code]) {
    expect(kept, word).not.toContain(word)
  }
  expect(decodeURIComponent(page.url())).not.toMatch(/uông|uong|quyên/i)

  await officer.post(`/children/${child.id}/move`, { neighborhood_id: neighborhood(ward, 'Khu phố 6').id })
  await save(page)
  const stale = page.getByRole('dialog', { name: 'Có người vừa sửa mục này' })
  await expect(stale).toContainText('Người kia sửa những phần khác')
  await stale.getByRole('button', { name: 'Lưu bản đã chọn' }).click()
  await expect(message(page, 'Đã lưu')).toBeVisible()
  const held = await officer.get(`/children/${child.id}`)
  expect(held).toMatchObject({ grade: '5K', notes: 'Thích vẽ tranh' })
  expect(held.neighborhood.name).toBe('Khu phố 6')
})

/** Everything that a browser keeps: storages, databases, caches, the state of the history. */
async function everythingKept(): Promise<string> {
  const parts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), JSON.stringify(history.state)]
  parts.push(document.title, document.cookie)
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name!)
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(new Error(name)))
    })
    for (const store of Array.from(db.objectStoreNames)) {
      const rows = await new Promise((resolve) => {
        const request = db.transaction(store).objectStore(store).getAll()
        request.addEventListener('success', () => resolve(request.result))
      })
      parts.push(JSON.stringify(rows))
    }
    db.close()
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    for (const request of await cache.keys()) {
      parts.push(request.url)
      if (request.url.includes('/api/')) parts.push(await (await cache.match(request))!.text())
    }
  }
  return parts.join('\n')
}
