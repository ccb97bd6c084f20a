// A neighborhood's own Excel list becomes children: read, a column corrected, the wrong row left out, taken back.
import type { Api, Row } from './support/api.ts'
import { expectAccessible } from './support/axe.ts'
import { fromRoot } from './support/server.ts'
import { card, expect, heading, isPhone, open, test, type Page } from './support/test.ts'

/** Two neighborhoods with the same headings, a sheet of totals, a day that no calendar has, a child twice. */
const LIST = fromRoot('tests/fixtures/children/danh-sach-hai-khu-pho.xlsx')

type File = string | { name: string; mimeType: string; buffer: Buffer }

async function choose(page: Page, file: File): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /^Kéo tệp vào đây/ }).click()
  await (await chooser).setFiles(file)
}

const step = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true })
const filter = (page: Page, name: string, count: number) =>
  page
    .getByRole('group', { name: 'Lọc theo tình trạng' })
    .getByRole('button', { name: `${name} ${count}`, exact: true })
const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name })
/** How far the rows of the virtual list stand from one under the other; a row is as high as what it says. */
const overlap = (page: Page): Promise<number> =>
  page.locator('[data-index]').evaluateAll((rows) => {
    const boxes = rows.map((one) => one.getBoundingClientRect()).sort((a, b) => a.top - b.top)
    return Math.round(Math.max(...boxes.slice(1).map((box, index) => Math.abs(boxes[index]!.bottom - box.top))))
  })
const shot = (page: Page, project: string, name: string) =>
  page.screenshot({ path: `test-results/screens/${project}/nhap-${name}.png`, fullPage: true })

const named = async (api: Api, name: string): Promise<Row | undefined> =>
  (await api.post('/children/search', { q: name })).items.find((child: Row) => child.full_name === name)

/** A child of the list who is known already, without a class. */
async function knowHieu(api: Api): Promise<Row> {
  const unit = (await api.get('/units?limit=200')).items.find((one: Row) => one.name === 'Khu phố 3')
  return api.post('/children', {
    full_name: 'Tiêu Công Hiếu',
    date_of_birth: '2013-11-20',
    sex: 'male',
    neighborhood_id: unit.id,
    guardians: [{ relation: 'mother', full_name: 'Mạc Thị Sen' }],
  })
}

test('a list is read, corrected, written and taken back', async ({ as, api }, info) => {
  test.slow()
  const project = info.project.name
  const chinhsach = await api('chinhsach')
  const hieu = await knowHieu(chinhsach)
  const before = (await chinhsach.get('/children?limit=1')).total
  const officer = await as('chinhsach')
  await open(officer, '/tre-em/nhap')
  await expectAccessible(officer)

  await test.step('a file that is no list is refused in full, with a way out', async () => {
    await choose(officer, { name: 'quet.xlsx', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 scan') })
    const refusal = officer.getByRole('alert')
    await expect(refusal).toContainText('Đây là tệp PDF.')
    await expect(refusal).toContainText('Lưu thành (Save As)')
    await expectAccessible(officer)
  })

  await test.step('the columns as they were understood; a strange one gets its meaning for both sheets', async () => {
    await choose(officer, LIST)
    await expect(step(officer, 'Kiểm tra cột')).toBeVisible()
    const sheets = card(officer, '2 trang tính cùng tiêu đề: Khu phố 2, Khu phố 3')
    await expect(sheets.getByText('Cần xem lại cột H')).toBeVisible()
    await expect(card(officer, 'Có 1 trang tính không đọc')).toContainText('Không tìm thấy bảng có cột họ tên trẻ')
    await expectAccessible(officer)
    await shot(officer, project, 'cot')

    const strange = officer.getByRole('combobox', { name: 'Cột H “Ghi chép” chứa gì' })
    await strange.click()
    await strange.fill('lop')
    await officer.getByRole('option', { name: 'Lớp', exact: true }).click()
    await officer.getByRole('button', { name: 'Đọc lại với 1 cột đã sửa' }).click()
    await expect(officer.getByText('Đã đọc lại theo các cột mới')).toBeVisible()
    await expect(strange).toHaveValue('Lớp')
    await expect(sheets.getByText('Đã chọn')).toBeVisible()
    await expect(sheets.getByText('Cần xem lại cột H')).toBeHidden()
    await officer.getByRole('button', { name: 'Tiếp tục' }).click()
  })

  await test.step('the wrong row says what is wrong, and where', async () => {
    await expect(step(officer, 'Xem từng dòng')).toBeFocused()
    await filter(officer, 'Lỗi', 1).click()
    await expect(row(officer, 'Doãn Minh Tường')).toContainText('Cột C: Không có ngày “31/02/2015” trong lịch.')
    await expect(row(officer, 'Doãn Minh Tường')).toContainText('Khu phố 2, dòng 8')
    await expect(row(officer, 'Tạ Thị Ngọc Khuê')).toBeHidden()
    const download = officer.waitForEvent('download')
    await officer.getByRole('button', { name: 'Tải các dòng lỗi' }).click()
    expect((await download).suggestedFilename()).toBe('dong-can-sua.xlsx')
  })

  await test.step('a known child is compared before anything is decided', async () => {
    await filter(officer, 'Thay đổi', 1).click()
    const known = row(officer, 'Tiêu Công Hiếu')
    await expect(known).toContainText('Sẽ bổ sung hoặc đổi: lớp.')
    await known.getByRole('button', { name: 'So với trẻ đã có' }).click()
    await expect(known).toContainText(hieu.code)
    await expect(known.getByRole('definition').filter({ hasText: 'Sau khi nhập' })).toContainText('5B')
    await expect(known.getByRole('radio', { name: 'Cập nhật trẻ này' })).toBeChecked()
    await expectAccessible(officer)
    await shot(officer, project, 'so-sanh')
  })

  await test.step('a child twice in the file is left out unless somebody decides', async () => {
    await filter(officer, 'Trùng', 1).click()
    const twice = row(officer, 'Quách Đình Trọng')
    await expect(twice).toContainText('Trùng với dòng 6 của tệp này.')
    await expect(twice.getByRole('radio', { name: 'Bỏ qua' })).toBeChecked()
    await twice.getByRole('radio', { name: 'Là trẻ khác' }).check()
    await filter(officer, 'Tất cả', 8).click()
    await expect(row(officer, 'Tạ Thị Ngọc Khuê')).toBeVisible()
    await expect.poll(() => overlap(officer), 'rows one over the other').toBeLessThanOrEqual(1)
    await expectAccessible(officer)
    await shot(officer, project, 'dong')
  })

  await test.step('leaving with a decision asks first', async () => {
    await officer.getByRole('link', { name: 'Các lần nhập' }).click()
    const dialog = officer.getByRole('dialog', { name: 'Rời trang nhập danh sách?' })
    await expect(dialog).toBeVisible()
    await dialog.getByRole('button', { name: 'Thôi' }).click()
    await expect(dialog).toBeHidden()
    await officer.getByRole('button', { name: 'Tiếp tục' }).click()
  })

  await test.step('only the good rows are written, after a question', async () => {
    await expect(step(officer, 'Ghi')).toBeFocused()
    await expect(card(officer, 'Điều sẽ xảy ra').getByRole('listitem')).toHaveText([
      'Thêm 6 trẻ mới',
      'Cập nhật 1 trẻ đã có',
      'Không ghi 1 dòng lỗi; tải các dòng này về để sửa',
    ])
    await expect(officer.getByRole('radio', { name: /^Ghi tất cả/ })).toBeDisabled()
    await expectAccessible(officer)
    await shot(officer, project, 'ghi')
    await officer.getByRole('button', { name: 'Ghi vào danh sách' }).click()
    await officer.getByRole('dialog').getByRole('button', { name: 'Ghi', exact: true }).click()
    await expect(step(officer, 'Đã ghi vào danh sách trẻ')).toBeVisible()
    await expect(officer.getByRole('definition')).toHaveText(['6', '1', '0', '1'])
    await expectAccessible(officer)
    await shot(officer, project, 'xong')
    expect((await chinhsach.get('/children?limit=1')).total).toBe(before + 6)
    expect((await named(chinhsach, 'Tạ Thị Ngọc Khuê'))?.grade).toBe('2A')
    expect((await named(chinhsach, 'Tiêu Công Hiếu'))?.grade).toBe('5B')
    expect(await named(chinhsach, 'Doãn Minh Tường')).toBeUndefined()
  })

  await test.step('an undo takes back what nobody has touched, and names the rest', async () => {
    const touched = await named(chinhsach, 'Giang Thị Ước')
    const { today } = await chinhsach.get('/me')
    await chinhsach.post(`/children/${touched!.id}/supports`, { kind: 'gift', on_date: today })
    // A page that is loaded anew opens the same import again.
    await officer.reload()
    await officer.getByRole('button', { name: 'Hoàn tác', exact: true }).click()
    const dialog = officer.getByRole('dialog', { name: 'Hoàn tác lần nhập này?' })
    await expect(dialog).toContainText('Trẻ nào đã có người sửa từ đó thì giữ nguyên')
    await dialog.getByRole('button', { name: 'Hoàn tác lần nhập' }).click()
    await expect(officer.getByText('Có 1 trẻ được giữ nguyên')).toBeVisible()
    await expect(officer.getByRole('link', { name: `Giang Thị Ước (${touched!.code})` })).toBeVisible()
    await expectAccessible(officer)
    await shot(officer, project, 'hoan-tac')
    expect((await chinhsach.get('/children?limit=1')).total).toBe(before + 1)
    expect((await named(chinhsach, 'Tiêu Công Hiếu'))?.grade).toBe('')
  })

  await test.step('the list of imports tells it all', async () => {
    await officer.getByRole('link', { name: 'Các lần nhập' }).click()
    await expect(heading(officer, 'Các lần nhập danh sách')).toBeVisible()
    const imports = officer
      .getByRole(isPhone(officer) ? 'listitem' : 'row')
      .filter({ hasText: 'danh-sach-hai-khu-pho' })
    await expect(imports).toHaveCount(2)
    await expect(imports.first()).toContainText('Đã hoàn tác')
    await expect(imports.last()).toContainText('Chưa ghi')
    await expectAccessible(officer)
    await shot(officer, project, 'lich-su')
  })
})

test('a stored preview opens again at its rows; its file has to be chosen again to be read again', async ({ as }) => {
  const officer = await as('chinhsach')
  await open(officer, '/tre-em/nhap')
  await choose(officer, LIST)
  await expect(step(officer, 'Kiểm tra cột')).toBeVisible()
  const address = new URL(officer.url()).pathname
  await open(officer, address)
  await expect(row(officer, 'Doãn Minh Tường')).toBeVisible()
  await officer.getByRole('link', { name: 'Kiểm tra cột' }).click()
  await expect(card(officer, 'Chọn lại tệp để đọc lại')).toContainText('danh-sach-hai-khu-pho.xlsx')
  // Nothing of the list is kept on the device.
  const kept = await officer.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  expect(kept).not.toMatch(/Khuê|Doãn/i)
})

test('whom a programme has not reached, by neighborhood', async ({ as, api }, info) => {
  const officer = await as('chinhsach')
  const coverage = await (await api('chinhsach')).get('/children/coverage')
  const gift = coverage.programmes.find((one: Row) => one.programme === 'gift')
  await open(officer, '/tre-em/khong-bo-sot')
  const all = officer.getByRole('link', { name: `Còn ${gift.not_reached} trẻ chưa đến` })
  await expect(all).toHaveAttribute('href', `/tre-em?chuong-trinh=gift&nam=${coverage.year}&da-den=0`)
  const [first] = gift.by_neighborhood
  const number = officer.getByRole('link', {
    name: `${first.not_reached} trẻ chưa đến: Tặng quà, học bổng, ${first.neighborhood.name}`,
  })
  await expect(number).toHaveAttribute('href', new RegExp(`da-den=0&khu-pho=${first.neighborhood.id}$`))
  await expectAccessible(officer)
  await shot(officer, info.project.name, 'bao-phu')
  await officer.getByText('Biểu đồ', { exact: true }).click()
  await expect(officer.getByRole('table', { name: /^Tặng quà, học bổng theo khu phố/ })).toBeVisible()
  await expectAccessible(officer)
  await officer.getByRole('combobox', { name: 'Năm' }).click()
  await officer.getByRole('option', { name: String(coverage.year - 1) }).click()
  await expect(officer).toHaveURL(new RegExp(`nam=${coverage.year - 1}`))
  await expect(officer.getByText(`năm ${coverage.year - 1}`).first()).toBeVisible()

  await test.step('a number opens the list of the children it counts', async () => {
    await open(officer, '/tre-em/khong-bo-sot')
    await all.click()
    await expect(heading(officer, 'Danh sách trẻ')).toBeVisible()
    await expect(officer.getByText(`Tìm thấy ${gift.not_reached} trẻ`)).toBeVisible()
    await expect(officer.getByText(`Tặng quà, học bổng: chưa đến, ${coverage.year}`)).toBeVisible()
    await expectAccessible(officer)
    await officer.getByRole('button', { name: 'Bỏ lọc' }).first().click()
    await expect(officer).not.toHaveURL(/chuong-trinh/)
  })
})

/** Two wrong days and a neighborhood that the ward does not have. */
const SLIPS = [
  'Họ và tên,Ngày sinh,Giới tính,Khu phố',
  'Âu Thị Nhài,31/02/2016,Nữ,KP 1',
  'Âu Văn Cúc,05/06/2016,Nam,KP 2',
  'Âu Thị Lài,45/06/2017,Nữ,KP 3',
  'Âu Văn Sen,07/08/2015,Nam,KP 77',
].join('\n')

test('wrong cells are corrected in the preview, one Enter after the other', async ({ as, api }, info) => {
  const officer = await as('chinhsach')
  await open(officer, '/tre-em/nhap')
  await choose(officer, { name: 'sua-tai-cho.csv', mimeType: 'text/csv', buffer: Buffer.from(SLIPS) })
  await expect(step(officer, 'Kiểm tra cột')).toBeVisible()
  await officer.getByRole('button', { name: 'Tiếp tục' }).click()
  await filter(officer, 'Lỗi', 3).click()
  await expectAccessible(officer)
  await shot(officer, info.project.name, 'sua-o')

  await test.step('Enter saves and goes to the next wrong cell', async () => {
    const first = row(officer, 'Âu Thị Nhài').getByRole('textbox', { name: 'Cột B – Ngày sinh' })
    const next = row(officer, 'Âu Thị Lài').getByRole('textbox', { name: 'Cột B – Ngày sinh' })
    await expect(first).toHaveValue('31/02/2016')
    await first.fill('30/02/2016')
    await first.press('Enter')
    await expect(officer.getByText('Đã lưu, dòng này còn lỗi.')).toBeVisible()
    await expect(first).toBeFocused()
    await first.fill('28/2/2016')
    await first.press('Enter')
    await expect(next).toBeFocused()
    await expect(row(officer, 'Âu Thị Nhài')).toContainText('28/02/2016')
    await expect(filter(officer, 'Lỗi', 2)).toBeVisible()
    await expect(filter(officer, 'Mới', 2)).toBeVisible()
    await next.fill('4/6/2017')
    await next.press('Enter')
    await expect(row(officer, 'Âu Văn Sen').getByRole('combobox')).toBeFocused()
    await shot(officer, info.project.name, 'sua-xong')
  })

  await test.step('a row is left out by choice, taken back, and its neighborhood chosen', async () => {
    const sen = row(officer, 'Âu Văn Sen')
    await sen.getByRole('button', { name: 'Không nhập dòng này' }).click()
    await expect(sen).toContainText('Anh/chị đã chọn không nhập dòng này.')
    await expect(filter(officer, 'Không nhập', 1)).toBeVisible()
    await sen.getByRole('button', { name: 'Nhập lại dòng này' }).click()
    const place = sen.getByRole('combobox', { name: 'Cột D – Khu phố' })
    await place.fill('khu pho 7')
    await officer.getByRole('option', { name: 'Khu phố 7', exact: true }).click()
    await expect(filter(officer, 'Lỗi', 0)).toBeVisible()
    await expect(officer.getByText('Không còn ô lỗi nào ở phía dưới.')).toBeVisible()
    await expectAccessible(officer)
  })

  await test.step('now all of it can be written', async () => {
    await officer.getByRole('button', { name: 'Tiếp tục' }).click()
    await expect(officer.getByRole('radio', { name: /^Ghi tất cả/ })).toBeChecked()
    await officer.getByRole('button', { name: 'Ghi vào danh sách' }).click()
    await officer.getByRole('dialog').getByRole('button', { name: 'Ghi', exact: true }).click()
    await expect(step(officer, 'Đã ghi vào danh sách trẻ')).toBeVisible()
    const children = await api('chinhsach')
    expect((await named(children, 'Âu Thị Nhài'))?.date_of_birth).toBe('2016-02-28')
    expect((await named(children, 'Âu Văn Sen'))?.neighborhood?.name).toBe('Khu phố 7')
  })
})
