// What belongs to a child's record beside the child: papers of circumstances, consents, what families ask about data.
import { expectAccessible } from './support/axe.ts'
import type { Row } from './support/api.ts'
import { addChild, neighborhood, wardOf } from './support/children.ts'
import { card, expect, heading, isPhone, message, open, test, type Page } from './support/test.ts'

test.describe.configure({ timeout: 120_000 })

const part = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Các phần của hồ sơ' }).getByRole('link', { name: new RegExp(`^${name}`) })
const day = (date: string) => date.split('-').reverse().join('/')
/** A picture of one pixel. */
const PHOTO = {
  name: 'giay-xac-nhan-an.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}

async function choosePhoto(page: Page): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('dialog').getByRole('button', { name: 'Chụp hoặc chọn ảnh' }).click()
  await (await chooser).setFiles(PHOTO)
  await expect(page.getByRole('dialog').getByRole('button', { name: /^Bỏ anh-/ })).toBeVisible()
}

test('a circumstance keeps its papers, and what ended or begins later stands folded', async ({ as, api }) => {
  const officer = await api('chinhsach')
  const ward = await wardOf(officer)
  const { today } = await officer.get('/me')
  const year = Number(today.slice(0, 4))
  const child = await addChild(officer, {
    full_name: 'Đặng Hạ Vy',
    neighborhood_id: neighborhood(ward, 'Khu phố 3').id,
  })
  const path = `/children/${child.id}/circumstances`
  await officer.post(path, { code: 'HC01', from_date: `${year - 3}-04-03`, to_date: `${year - 2}-02-01` })
  const page = await as('chinhsach')
  await open(page, `/tre-em/${child.id}?xem=hoan-canh`)
  const special = card(page, /^Hoàn cảnh đặc biệt/)

  await test.step('a paper comes with a new entry', async () => {
    await page.getByRole('button', { name: 'Thêm hoàn cảnh, nguy cơ' }).click()
    const dialog = page.getByRole('dialog', { name: 'Thêm hoàn cảnh hoặc nguy cơ' })
    await dialog.getByRole('combobox', { name: /^Nhóm/ }).fill('HC04')
    await page.getByRole('option', { name: /HC04/ }).click()
    await dialog.getByLabel('Từ ngày').fill('10012024')
    await choosePhoto(page)
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await expect(message(page, 'Đã thêm vào hồ sơ')).toBeVisible()
    await expect(special.getByRole('button', { name: /^anh-\d+\.jpg$/ })).toBeVisible()
    const held: Row = await officer.get(`/children/${child.id}`)
    expect(held.circumstances[0].attachments).toHaveLength(1)
  })

  await test.step('another one later; a wrong one goes', async () => {
    await special.getByRole('button', { name: /^Thêm tệp/ }).click()
    await choosePhoto(page)
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click()
    await expect(message(page, 'Đã thêm giấy tờ')).toBeVisible()
    await expect(special.getByRole('button', { name: /^anh-/ })).toHaveCount(2)
    await special
      .getByRole('button', { name: /^Bỏ tệp/ })
      .first()
      .click()
    const sure = page.getByRole('dialog', { name: 'Bỏ tệp này?' })
    await sure.getByRole('button', { name: 'Bỏ tệp' }).click()
    await expect(message(page, 'Đã bỏ tệp')).toBeVisible()
    await expect(special.getByRole('button', { name: /^anh-/ })).toHaveCount(1)
  })

  await test.step('an entry that begins next year', async () => {
    await page.getByRole('button', { name: 'Thêm hoàn cảnh, nguy cơ' }).click()
    const dialog = page.getByRole('dialog', { name: 'Thêm hoàn cảnh hoặc nguy cơ' })
    await dialog.getByRole('combobox', { name: /^Nhóm/ }).fill('NC02')
    await page.getByRole('option', { name: /NC02/ }).click()
    await dialog.getByLabel('Từ ngày').fill(`0109${year + 1}`)
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await expect(message(page, 'Đã thêm vào phần “Sẽ bắt đầu”')).toBeVisible()
    await expect(card(page, /^Nguy cơ/)).toContainText('Chưa ghi nguy cơ nào.')
    await expect(page.getByText(`01/09/${year + 1}`)).toBeHidden()
    await page.getByText('Sẽ bắt đầu (1)').click()
    await expect(page.getByText(`01/09/${year + 1}`)).toBeVisible()
    await page.getByText('Đã kết thúc (1)').click()
    await expect(page.getByText(`03/04/${year - 3} – 01/02/${year - 2}`)).toBeVisible()
    await page.evaluate(() => scrollTo(0, 0))
    await expectAccessible(page)
  })

  await test.step('its neighborhood opens the paper, and the look is told', async () => {
    const own = await as('khupho3')
    const looked: string[] = []
    own.on('request', (request) => {
      if (request.url().includes('/files/')) looked.push(request.method())
    })
    await open(own, `/tre-em/${child.id}?xem=hoan-canh`)
    const name = card(own, /^Hoàn cảnh đặc biệt/).getByRole('button', { name: /^anh-/ })
    await expect(name).toBeVisible()
    expect(looked, 'nobody looks by looking at the page').toEqual([])
    await name.click()
    const shown = own.getByRole('dialog', { name: /^anh-/ }).getByRole('img', { name: /^anh-/ })
    await expect(shown).toHaveAttribute('src', /^blob:/)
    await expectAccessible(own)
    expect(looked).toEqual(['GET'])
    await open(page, `/tre-em/${child.id}?xem=da-xem`)
    await expect(page.getByText('Mở tệp giấy tờ của hoàn cảnh')).toHaveCount(1)
    await expect(page.getByText('Bỏ tệp giấy tờ của hoàn cảnh')).toHaveCount(1)
  })
})

test('a consent needs the child’s own yes from seven on, and is taken back with a reason', async ({ as, api }) => {
  const officer = await api('chinhsach')
  const ward = await wardOf(officer)
  const { today } = await officer.get('/me')
  const place = { neighborhood_id: neighborhood(ward, 'Khu phố 3').id }
  const mother = { relation: 'mother', full_name: 'Lò Thị Sen', phone: '0912345678' }
  const child = await addChild(officer, { full_name: 'Lò Mai Anh', guardians: [mother], ...place })
  const page = await as('khupho3')
  await open(page, `/tre-em/${child.id}`)
  await part(page, 'Sự đồng ý').click()
  const now = card(page, 'Hiện nay')
  await expect(now.getByText('Chưa hỏi')).toHaveCount(4)
  await page.getByRole('button', { name: 'Ghi ý kiến' }).click()
  const dialog = page.getByRole('dialog', { name: 'Ghi ý kiến của gia đình và trẻ' })
  const photos = async () => {
    await dialog.getByRole('combobox', { name: 'Xin đồng ý cho việc gì' }).click()
    await page.getByRole('option', { name: /^Đăng hình ảnh/ }).click()
    await dialog.getByRole('button', { name: 'Điền: Lò Thị Sen (mẹ)' }).click()
    await dialog
      .getByRole('radiogroup', { name: 'Người đại diện trả lời' })
      .getByLabel('Đồng ý', { exact: true })
      .check()
  }

  await test.step('nothing is chosen beforehand, and all that is missing is told at once', async () => {
    await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(0)
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Có 5 chỗ cần sửa')
    await dialog.getByRole('alert').getByRole('link', { name: 'Chọn câu trả lời của trẻ' }).click()
    await expect(dialog.getByRole('radiogroup', { name: 'Trẻ trả lời' }).getByRole('radio').first()).toBeFocused()
    await expectAccessible(page)
  })

  await test.step('the child says no', async () => {
    await photos()
    await dialog.getByRole('radiogroup', { name: 'Trẻ trả lời' }).getByLabel('Không đồng ý').check()
    await dialog.getByLabel('Hỏi bằng cách nào').fill('Gặp trực tiếp')
    await dialog.getByLabel('Đã đưa đọc mẫu nào').fill('Phiếu đồng ý, bản 01/2026')
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await expect(message(page, 'Đã ghi ý kiến')).toBeVisible()
    await expect(now).toContainText('Trẻ không đồng ý')
    const all = card(page, 'Các lần đã hỏi')
    await expect(all).toContainText('Lò Thị Sen (mẹ) đồng ý; trẻ (9 tuổi) không đồng ý')
    await expect(all).toContainText('Gặp trực tiếp · Phiếu đồng ý, bản 01/2026')
    await expect(all.getByRole('button', { name: 'Rút lại' })).toHaveCount(0)
  })

  await test.step('asked again, it agrees; the family takes it back', async () => {
    await page.getByRole('button', { name: 'Ghi ý kiến' }).click()
    await photos()
    await dialog.getByRole('radiogroup', { name: 'Trẻ trả lời' }).getByLabel('Đồng ý', { exact: true }).check()
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await expect(now).toContainText('Được phép')
    await page.getByRole('button', { name: 'Rút lại' }).click()
    const sure = page.getByRole('dialog', { name: 'Gia đình hoặc trẻ rút lại đồng ý?' })
    await sure.getByRole('button', { name: 'Rút lại' }).click()
    await expect(sure).toContainText('Viết ai rút lại và lý do')
    await sure.getByLabel('Ai rút lại, vì sao').fill('Mẹ gọi điện')
    await sure.getByRole('button', { name: 'Rút lại' }).click()
    await expect(message(page, 'Đã ghi việc rút lại')).toBeVisible()
    await expect(now).toContainText('Đã rút lại')
    await expect(page.getByText(new RegExp(`^Rút lại lúc \\d\\d:\\d\\d ${day(today)}: Mẹ gọi điện`))).toBeVisible()
    // Half under the page's header, the record's buttons would count as too small.
    await page.evaluate(() => scrollTo(0, 0))
    await expectAccessible(page)
  })

  await test.step('a child under seven is not asked yet', async () => {
    const born = `${Number(today.slice(0, 4)) - 5}-03-27`
    const small = await addChild(officer, {
      full_name: 'Lò Bảo Nhi',
      date_of_birth: born,
      guardians: [mother],
      ...place,
    })
    await open(page, `/tre-em/${small.id}?xem=dong-y`)
    await page.getByRole('button', { name: 'Ghi ý kiến' }).click()
    await expect(dialog).toContainText('Ngày đó trẻ chưa đủ 7 tuổi')
    await expect(dialog.getByRole('radiogroup', { name: 'Trẻ trả lời' })).toHaveCount(0)
    await photos()
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await expect(now).toContainText('Được phép')
    await expect(page.getByText(`Từ 27/03/${Number(today.slice(0, 4)) + 2} trẻ đủ 7 tuổi`)).toBeVisible()
  })

  const union = await as('doan')
  await open(union, `/tre-em/${child.id}?xem=dong-y`)
  await expect(part(union, 'Sự đồng ý')).toHaveCount(0)
  await expect(union.getByText('Lò Thị Sen')).toHaveCount(0)
})

test('what a family asks runs on its clock until it is answered, carried out or refused', async ({ as, api }) => {
  const officer = await api('chinhsach')
  const ward = await wardOf(officer)
  const { today } = await officer.get('/me')
  const child = await addChild(officer, {
    full_name: 'Mạc Thanh Trúc',
    neighborhood_id: neighborhood(ward, 'Khu phố 3').id,
    guardians: [{ relation: 'father', full_name: 'Mạc Văn Hùng', phone: '0912345678' }],
  })
  const late = { kind: 'correct', requester_name: 'Mạc Văn Hùng', requester_relation: 'cha' }
  await officer.post(`/children/${child.id}/data-requests`, {
    ...late,
    received_on: `${Number(today.slice(0, 4)) - 1}-01-02`,
  })
  const page = await as('chinhsach')

  await test.step('it is written down in the record', async () => {
    await open(page, `/tre-em/${child.id}?xem=yeu-cau`)
    await page.getByRole('button', { name: 'Ghi yêu cầu' }).click()
    const dialog = page.getByRole('dialog', { name: 'Ghi yêu cầu của gia đình' })
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Có 3 chỗ cần sửa')
    await dialog.getByRole('combobox', { name: 'Gia đình yêu cầu gì' }).click()
    await page.getByRole('option', { name: 'Xóa dữ liệu' }).click()
    await expect(dialog).toContainText('thực hiện trong 20 ngày kể từ ngày nhận')
    await dialog.getByRole('button', { name: 'Điền: Mạc Văn Hùng (cha)' }).click()
    await dialog.getByLabel('Nội dung yêu cầu').fill('Xóa ảnh chụp ở trường')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await expect(message(page, 'Đã ghi yêu cầu, bắt đầu tính hạn')).toBeVisible()
    await expect(page.getByText('Còn 2 ngày làm việc để trả lời')).toBeVisible()
    await expect(page.getByText(/^Quá hạn trả lời \d+ ngày làm việc$/)).toBeVisible()
  })

  const request = (text: string) => page.getByRole('listitem').filter({ hasText: text })
  const answer = page.getByRole('dialog', { name: 'Trả lời yêu cầu của gia đình' })
  await test.step('the desk holds all of the ward, what is late on top', async () => {
    await open(page, '/tre-em')
    if (isPhone(page)) {
      await page.getByRole('button', { name: 'Việc khác với danh sách' }).click()
      await page.getByRole('menuitem', { name: 'Yêu cầu về dữ liệu' }).click()
    } else {
      await page.getByRole('link', { name: 'Yêu cầu về dữ liệu' }).click()
    }
    await expect(heading(page, 'Yêu cầu về dữ liệu')).toBeVisible()
    await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: child.code }).first()).toContainText(
      'Quá hạn trả lời',
    )
    await expect(page.getByRole('link', { name: 'Mạc Thanh Trúc' })).toHaveCount(2)
    await expectAccessible(page)
  })

  await test.step('answered, its second clock runs', async () => {
    await request('Xóa ảnh chụp ở trường').getByRole('button', { name: 'Trả lời' }).click()
    await answer.getByRole('button', { name: 'Lưu' }).click()
    await expect(answer.getByRole('alert')).toContainText('Có 2 chỗ cần sửa')
    await answer.getByLabel('Đã báo cho gia đình, sẽ thực hiện').check()
    await answer.getByLabel('Đã trả lời gia đình thế nào').fill('Đã nhận, đang kiểm tra')
    await expectAccessible(page)
    await answer.getByRole('button', { name: 'Lưu' }).click()
    await expect(message(page, 'Đã ghi kết quả')).toBeVisible()
    await expect(request('Xóa ảnh chụp ở trường')).toContainText('Còn 20 ngày để thực hiện')
  })

  await test.step('refused with its reason, it is done', async () => {
    await request('Xóa ảnh chụp ở trường').getByRole('button', { name: 'Ghi kết quả' }).click()
    await expect(answer.getByLabel('Đã báo cho gia đình, sẽ thực hiện')).toHaveCount(0)
    await answer.getByLabel('Từ chối').check()
    await answer.getByLabel('Lý do từ chối (gửi cho gia đình)').fill('Ảnh thuộc hồ sơ phải lưu')
    await answer.getByRole('button', { name: 'Lưu' }).click()
    await expect(request('Xóa ảnh chụp ở trường')).toHaveCount(0)
    await page.getByRole('link', { name: 'Đã xong' }).click()
    await expect(request('Xóa ảnh chụp ở trường')).toContainText('Lý do từ chối: Ảnh thuộc hồ sơ phải lưu')
  })

  await test.step('the leader reads the desk; a neighborhood has none', async () => {
    const leader = await as('lanhdao')
    await open(leader, '/tre-em/yeu-cau')
    await expect(leader.getByText('Công chức chính sách xã hội trả lời các yêu cầu này.')).toBeVisible()
    await expect(leader.getByRole('link', { name: 'Mạc Thanh Trúc' })).toBeVisible()
    await expect(leader.getByRole('button', { name: 'Trả lời' })).toHaveCount(0)
    const own = await as('khupho3')
    await open(own, `/tre-em/${child.id}`)
    await expect(part(own, 'Yêu cầu dữ liệu')).toHaveCount(0)
  })
})
