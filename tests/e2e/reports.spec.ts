import { expectAccessible } from './support/axe.ts'
import { card, expect, heading, isPhone, message, open, test, type Page } from './support/test.ts'

// Several people sign in, each on a device of their own.
test.describe.configure({ timeout: 180_000 })

const TITLE = 'Kết quả thực hiện Tháng hành động vì trẻ em năm 2024'

/** On a phone the sections and the blocks of numbers are folded. */
async function unfold(page: Page, name: string): Promise<void> {
  if (!isPhone(page)) return
  const fold = page.locator('details', { has: page.getByRole('heading', { name, exact: true }) }).last()
  if ((await fold.getAttribute('open')) === null) await fold.locator('> summary').click()
}

async function write(page: Page, section: string, text: string): Promise<void> {
  await unfold(page, section)
  await page.getByRole('button', { name: `Sửa mục ${section}` }).click()
  await page.getByLabel(`Nội dung mục ${section}`).fill(text)
  await page.getByRole('button', { name: 'Lưu mục' }).click()
  await expect(page.getByLabel(`Nội dung mục ${section}`)).toBeHidden()
  await expect(page.getByText(text)).toBeVisible()
}

/** A unit's line in the list of who has handed in: a row of a table, or an item on the phone. */
const line = (page: Page, unit: string) =>
  page.getByRole(isPhone(page) ? 'listitem' : 'row').filter({ hasText: new RegExp(`^\\s*${unit}(?!\\d)`) })

test('a unit hands in its report; the officer reminds those who have not and returns one', async ({ as }) => {
  // Ten units of the demo have handed theirs in.
  const head = await as('khupho7')
  await test.step('the unit begins the final report, and its numbers are there', async () => {
    await open(head, '/bao-cao')
    await expect(card(head, /^Tuần 24\/06/)).toContainText('Chưa gửi')
    await expectAccessible(head)
    await card(head, /^Cả đợt 01\/06/)
      .getByRole('button', { name: 'Viết báo cáo tổng kết' })
      .click()
    await expect(head.getByText('Đang viết', { exact: true }).first()).toBeVisible()
    await expect(head.getByText('Số liệu lấy theo lúc này; khi trình sẽ được chốt lại.')).toBeVisible()
    await write(head, '5. Đề xuất, kiến nghị', 'Đề nghị phường hỗ trợ loa cho cụm 2.')
    await expectAccessible(head)
  })

  await test.step('a text that is not saved is not lost unseen', async () => {
    await unfold(head, '4. Khó khăn, vướng mắc')
    await head.getByRole('button', { name: 'Sửa mục 4. Khó khăn, vướng mắc' }).click()
    await head.getByLabel('Nội dung mục 4. Khó khăn, vướng mắc').fill('Thiếu loa.')
    await head.getByRole('link', { name: '‹ Báo cáo' }).click()
    const leave = head.getByRole('dialog', { name: 'Rời trang khi chưa lưu?' })
    await expect(leave).toBeVisible()
    await leave
      .getByRole('button', { name: 'Quay lại' })
      .or(leave.getByRole('button', { name: 'Thôi' }))
      .first()
      .click()
    await expect(head.getByLabel('Nội dung mục 4. Khó khăn, vướng mắc')).toHaveValue('Thiếu loa.')
    await head.getByRole('button', { name: 'Lưu mục' }).click()
    await expect(head.getByText('Thiếu loa.')).toBeVisible()
  })

  await test.step('and hands it in', async () => {
    await head.getByRole('button', { name: 'Gửi phường' }).click()
    const sure = head.getByRole('dialog', { name: 'Gửi báo cáo này cho phường?' })
    await expect(sure).toContainText('Số liệu được chốt theo lúc này.')
    await sure.getByRole('button', { name: 'Gửi phường' }).click()
    await expect(message(head, 'Đã gửi phường.')).toBeVisible()
    await expect(head.getByRole('button', { name: 'Rút về sửa' })).toBeVisible()
  })

  const officer = await as('chinhsach')
  await test.step('the officer sees who is missing and reminds them', async () => {
    await open(officer, '/')
    await expect(card(officer, 'Báo cáo')).toContainText('8/19 đơn vị chưa gửi báo cáo')
    await card(officer, 'Báo cáo').getByRole('link', { name: 'Xem và đôn đốc' }).click()
    const period = card(officer, /^Cả đợt 01\/06/)
    await expect(period).toContainText('11/19 đơn vị đã gửi')
    await expect(line(officer, 'Khu phố 7').first()).toContainText('Đã gửi')
    await period.getByRole('button', { name: 'Đôn đốc Khu phố 4' }).click()
    await expect(line(officer, 'Khu phố 4').first()).toContainText('Đã đôn đốc 1 lần')
    await period.getByRole('button', { name: 'Đôn đốc tất cả (8)' }).click()
    const sure = officer.getByRole('dialog', { name: 'Đôn đốc 8 đơn vị?' })
    await sure.getByRole('button', { name: 'Đôn đốc', exact: true }).click()
    await expect(line(officer, 'Khu phố 4').first()).toContainText('Đã đôn đốc 2 lần')
    await expectAccessible(officer)
    await officer.getByText('Tuần', { exact: true }).click()
    await expect(card(officer, /^Tuần 24\/06/)).toContainText('0/19 đơn vị đã gửi')
    await officer.getByRole('button', { name: 'Tuần trước' }).click()
    await expect(card(officer, /^Tuần 17\/06/)).toBeVisible()
    await expect(officer).toHaveURL(/ky=tuan&ngay=2024-06-23/)
  })

  await test.step('a unit that was reminded comes to its report from the message', async () => {
    const reminded = await as('khupho4')
    await open(reminded, '/thong-bao')
    await reminded
      .getByRole('link', { name: /Đơn vị anh\/chị chưa gửi báo cáo/ })
      .first()
      .click()
    await expect(card(reminded, /^Cả đợt 01\/06/)).toContainText('Phường đã đôn đốc 2 lần')
  })

  await test.step('and returns one, which the unit mends', async () => {
    await open(officer, '/bao-cao?muc=don-vi')
    await line(officer, 'Khu phố 7').first().getByRole('link').first().click()
    await expect(officer.getByText('Thiếu loa.')).toBeAttached()
    await officer.getByRole('button', { name: 'Trả lại' }).click()
    const why = officer.getByRole('dialog', { name: 'Trả lại báo cáo này?' })
    await why.getByRole('button', { name: 'Trả lại' }).click()
    await expect(why).toContainText('Viết lý do')
    await why.getByLabel('Lý do').fill('Ghi rõ thiếu mấy loa.')
    await why.getByRole('button', { name: 'Trả lại' }).click()
    await expect(message(officer, 'Đã trả lại')).toBeVisible()
    await open(head, '/bao-cao')
    await card(head, /^Cả đợt 01\/06/)
      .getByRole('link', { name: /^Sửa và gửi lại/ })
      .click()
    await expect(head.getByText('Ghi rõ thiếu mấy loa.').first()).toBeVisible()
    await write(head, '4. Khó khăn, vướng mắc', 'Thiếu 02 loa.')
    await head.getByRole('button', { name: 'Gửi phường' }).click()
    await head.getByRole('dialog').getByRole('button', { name: 'Gửi phường' }).click()
    await expect(head.getByRole('link', { name: 'Xem lần 2' })).toBeVisible()
  })
})

test('the ward’s report: a number by hand, the list behind one, approved, sent, acknowledged, written anew', async ({
  as,
}) => {
  const officer = await as('chinhsach')
  await test.step('it is there in one tap, and what is there already is opened', async () => {
    await open(officer, '/bao-cao')
    await officer.getByRole('button', { name: 'Báo cáo tổng kết' }).click()
    await expect(heading(officer, TITLE)).toBeVisible()
    const address = officer.url()
    await open(officer, '/bao-cao')
    await officer.getByRole('button', { name: 'Báo cáo tổng kết' }).click()
    await expect(message(officer, 'Báo cáo của kỳ này đã có.')).toBeVisible()
    await expect(officer).toHaveURL(address)
    await expectAccessible(officer)
  })

  await test.step('a number by hand needs to say where it comes from', async () => {
    await unfold(officer, 'Chỉ đạo, tổ chức thực hiện')
    await officer.getByRole('button', { name: 'Sửa số: Văn bản chỉ đạo, triển khai đã ban hành' }).click()
    const dialog = officer.getByRole('dialog', { name: 'Văn bản chỉ đạo, triển khai đã ban hành' })
    await dialog.getByLabel(/^Số báo cáo/).fill('4')
    await dialog.getByRole('button', { name: 'Lưu số' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Ghi rõ số này lấy từ đâu')
    await dialog.getByLabel('Số này lấy từ đâu').fill('Sổ văn bản đi của phường')
    await expectAccessible(officer)
    await dialog.getByRole('button', { name: 'Lưu số' }).click()
    await expect(dialog).toBeHidden()
    await expect(officer.getByText('Lấy từ: Sổ văn bản đi của phường')).toBeVisible()
  })

  await test.step('a counted number may be written over, is marked so and taken back', async () => {
    await officer.getByRole('button', { name: 'Sửa số: Nhiệm vụ của kế hoạch' }).click()
    const dialog = officer.getByRole('dialog', { name: 'Nhiệm vụ của kế hoạch' })
    await dialog.getByLabel(/^Số báo cáo/).fill('20')
    await dialog.getByLabel('Số này lấy từ đâu').fill('Tính cả hai việc giao miệng')
    await dialog.getByRole('button', { name: 'Lưu số' }).click()
    await expect(officer.getByText('hệ thống đếm 18', { exact: true })).toBeVisible()
    await expect(card(officer, /^Cần xem lại/)).toContainText('nhập tay 20, hệ thống đếm 18')
  })

  await test.step('the list behind a number, and behind a part of it', async () => {
    await officer.getByRole('link', { name: 'Nhiệm vụ của kế hoạch: 20. Xem danh sách' }).click()
    await expect(officer).toHaveURL(/so=tasks_total/)
    const rows = officer.getByRole('dialog', { name: 'Nhiệm vụ của kế hoạch' })
    await expect(rows).toContainText('Tổng 18 việc, từ 18 dòng')
    await expect(rows).toContainText('Báo cáo ghi số nhập tay 20')
    await expect(rows.getByRole('listitem')).toHaveCount(18)
    // The sheet on the phone cuts buttons of the page behind it in half, which axe takes for small ones.
    if (!isPhone(officer)) await expectAccessible(officer)
    await rows.getByRole('link').first().click()
    await expect(officer).toHaveURL(/\/viec\//)
    await officer.goBack()
    await expect(officer.getByRole('dialog', { name: 'Nhiệm vụ của kế hoạch' })).toContainText('Tổng 18 việc')
    await officer.keyboard.press('Escape')
    await expect(officer).not.toHaveURL(/so=/)
    await unfold(officer, 'Chỉ đạo, tổ chức thực hiện')
    await officer.getByRole('button', { name: 'Sửa số: Nhiệm vụ của kế hoạch' }).click()
    const dialog = officer.getByRole('dialog', { name: 'Nhiệm vụ của kế hoạch' })
    await dialog.getByRole('button', { name: 'Lấy lại số hệ thống đếm' }).click()
    await expect(dialog).toBeHidden()
    await unfold(officer, 'Tình hình trẻ em')
    await officer.getByRole('button', { name: 'Chi tiết: Trẻ em dưới 16 tuổi' }).click()
    await officer.getByRole('link', { name: /^Trẻ em dưới 16 tuổi, Nữ: / }).click()
    await expect(officer.getByRole('dialog', { name: 'Trẻ em dưới 16 tuổi' })).toContainText('Chỉ phần: Nữ')
    await officer.keyboard.press('Escape')
  })

  await test.step('words are written over the suggestion and given back', async () => {
    await unfold(officer, 'III.3. Nguyên nhân')
    await write(officer, 'III.3. Nguyên nhân', 'Kinh phí về chậm.')
    await unfold(officer, 'II.6. Chăm sóc sức khỏe trẻ em')
    await write(officer, 'II.6. Chăm sóc sức khỏe trẻ em', 'Trạm y tế đã khám cho trẻ em.')
    await officer.getByRole('button', { name: 'Lấy lại gợi ý II.6. Chăm sóc sức khỏe trẻ em' }).click()
    const dialog = officer.getByRole('dialog', { name: /^Lấy lại gợi ý/ })
    await expect(dialog).toContainText('Trạm y tế đã khám cho trẻ em.')
    await expect(dialog).toContainText('thẻ bảo hiểm y tế')
    await expectAccessible(officer)
    await dialog.getByRole('button', { name: 'Dùng gợi ý' }).click()
    await expect(dialog).toBeHidden()
    await expect(officer.getByText('Trạm y tế đã khám cho trẻ em.')).toBeHidden()
  })

  await test.step('submitted, approved by the leader, sent with its number', async () => {
    await officer.getByRole('button', { name: 'Trình lãnh đạo' }).click()
    await officer.getByRole('dialog').getByRole('button', { name: 'Trình lãnh đạo' }).click()
    await expect(message(officer, 'Đã trình. Lãnh đạo đã được báo.')).toBeVisible()
    const leader = await as('lanhdao')
    const waiting = card(leader, /^Chờ anh\/chị quyết định/)
    await waiting.getByRole('link', { name: TITLE }).click()
    await expect(heading(leader, TITLE)).toBeVisible()
    await leader.getByRole('button', { name: 'Duyệt', exact: true }).click()
    const sure = leader.getByRole('dialog', { name: 'Duyệt báo cáo này?' })
    await expect(sure).toContainText('văn thư ghi số')
    await sure.getByRole('button', { name: 'Duyệt', exact: true }).click()
    await expect(message(leader, 'Đã duyệt.')).toBeVisible()
    await officer.reload()
    await officer.getByRole('button', { name: 'Gửi cấp trên' }).click()
    const sending = officer.getByRole('dialog', { name: 'Gửi báo cáo lên cấp trên' })
    await sending.getByLabel('Số văn bản').fill('45')
    await sending.getByRole('button', { name: 'Gửi cấp trên' }).click()
    await expect(message(officer, 'Đã gửi cấp trên')).toBeVisible()
    await expect(card(officer, 'Đầu văn bản')).toContainText('45')
  })

  await test.step('the upper level reads it without small numbers and acknowledges it', async () => {
    const above = await as('captren')
    await open(above, '/bao-cao')
    await expect(above.getByText('Chờ tiếp nhận', { exact: true }).first()).toBeVisible()
    await expectAccessible(above)
    await above.getByRole('link', { name: new RegExp(TITLE) }).click()
    await expect(above.getByText('Vì sao có số không hiện?')).toBeVisible()
    await unfold(above, 'Tình hình trẻ em')
    // People stand behind it: a number, no way to a list.
    await expect(above.getByText(/^Trẻ em dưới 16 tuổi/).first()).toBeVisible()
    await expect(above.getByRole('link', { name: /^Trẻ em dưới 16 tuổi: / })).toHaveCount(0)
    await expectAccessible(above)
    await above.getByRole('button', { name: 'Tiếp nhận', exact: true }).click()
    await above.getByRole('dialog').getByRole('button', { name: 'Tiếp nhận', exact: true }).click()
    await expect(message(above, 'Đã tiếp nhận')).toBeVisible()
  })

  await test.step('a correction is a new revision that says where it differs', async () => {
    await officer.reload()
    await expect(officer.getByText('Cấp trên đã nhận', { exact: true }).first()).toBeVisible()
    await officer.getByRole('button', { name: 'Sửa lại' }).click()
    const why = officer.getByRole('dialog', { name: 'Mở báo cáo để sửa lại?' })
    await expect(why).toContainText('Bản đã gửi (lần 1) vẫn ở cấp trên.')
    await why.getByLabel('Lý do').fill('Đếm sót một văn bản')
    await why.getByRole('button', { name: 'Sửa lại' }).click()
    await expect(officer.getByText('Cấp trên vẫn giữ lần 1')).toBeVisible()
    await unfold(officer, 'Chỉ đạo, tổ chức thực hiện')
    await officer.getByRole('button', { name: 'Sửa số: Văn bản chỉ đạo, triển khai đã ban hành' }).click()
    const dialog = officer.getByRole('dialog', { name: 'Văn bản chỉ đạo, triển khai đã ban hành' })
    await dialog.getByLabel(/^Số báo cáo/).fill('5')
    await dialog.getByRole('button', { name: 'Lưu số' }).click()
    await expect(dialog).toBeHidden()
    await write(officer, 'III.3. Nguyên nhân', 'Kinh phí về chậm, thiếu người.')
    await officer.getByRole('button', { name: 'Trình lãnh đạo' }).click()
    await officer.getByRole('dialog').getByRole('button', { name: 'Trình lãnh đạo' }).click()
    const second = officer.getByRole('link', { name: 'Xem lần 2' })
    // Between the message and the bar of the phone.
    await second.evaluate((link) => link.scrollIntoView({ block: 'center' }))
    await second.click()
    const differences = card(officer, 'Lần 2 khác lần 1 ở đâu')
    await expect(differences).toContainText('4 → 5')
    await expect(differences).toContainText('Kinh phí về chậm, thiếu người.')
    await expectAccessible(officer)
    await open(
      officer,
      officer
        .url()
        .replace(/\/lan\/2$/, '/lan/1')
        .replace(/^https?:\/\/[^/]+/, ''),
    )
    await expect(officer.getByText('Anh/chị đang xem lần 1')).toBeVisible()
  })

  await test.step('on paper', async () => {
    await officer.getByRole('link', { name: '‹ Báo cáo' }).click()
    await officer.getByRole('link', { name: 'In', exact: true }).click()
    await expect(officer.getByText('Số: 45/BC-UBND')).toBeVisible()
    await expect(officer.getByRole('heading', { name: 'PHỤ LỤC SỐ LIỆU' })).toBeVisible()
    await expectAccessible(officer)
  })
})

test('two who write one report lose nothing, and what is wrong cannot be submitted', async ({ as, api }) => {
  const other = await api('lanhdao')
  const { items } = await other.get('/plans?limit=1')
  const { id } = await other.post('/reports', { kind: 'ward_final', plan_id: items[0].id })
  const change = async (key: string, body: string) => {
    const { version } = await other.get(`/reports/${id}`)
    await other.patch(`/reports/${id}`, version, { sections: [{ key, body }] })
  }
  const officer = await as('chinhsach')
  await open(officer, `/bao-cao/${id}`)
  const [section, another] = ['III.3. Nguyên nhân', 'III.2. Tồn tại, hạn chế']

  await test.step('another part was changed meanwhile: both are kept', async () => {
    await unfold(officer, section)
    await officer.getByRole('button', { name: `Sửa mục ${section}` }).click()
    await officer.getByLabel(`Nội dung mục ${section}`).fill('Kinh phí về chậm.')
    await change('weaknesses', 'Còn ít sân chơi.')
    await officer.getByRole('button', { name: 'Lưu mục' }).click()
    await expect(message(officer, 'Đã lưu')).toBeVisible()
    await unfold(officer, another)
    await expect(officer.getByText('Còn ít sân chơi.')).toBeVisible()
    await expect(officer.getByText('Kinh phí về chậm.')).toBeVisible()
  })

  await test.step('the same part was changed meanwhile: the person chooses', async () => {
    await officer.getByRole('button', { name: `Sửa mục ${section}` }).click()
    await officer.getByLabel(`Nội dung mục ${section}`).fill('Kinh phí về chậm, thiếu người.')
    await change('causes', 'Thời tiết mưa nhiều.')
    await officer.getByRole('button', { name: 'Lưu mục' }).click()
    const compare = officer.getByRole('dialog', { name: 'Có người vừa sửa mục này' })
    await expect(compare).toContainText('Thời tiết mưa nhiều.')
    if (!isPhone(officer)) await expectAccessible(officer)
    await compare.getByRole('button', { name: 'Lưu bản đã chọn' }).click()
    await expect(compare).toBeHidden()
    await expect(officer.getByText('Kinh phí về chậm, thiếu người.')).toBeVisible()
  })

  await test.step('sentences of the numbers and of units are put into one’s own text', async () => {
    await unfold(officer, another)
    await officer.getByRole('button', { name: `Sửa mục ${another}` }).click()
    await officer.getByText('Chèn từ số liệu và báo cáo của đơn vị').click()
    await officer.getByRole('button', { name: /^Chèn: .*đơn vị chưa gửi báo cáo/ }).click()
    await expect(officer.getByLabel(`Nội dung mục ${another}`)).toHaveValue(
      /^Còn ít sân chơi\.\n.*đơn vị chưa gửi báo cáo\.$/,
    )
    await officer.getByRole('button', { name: 'Lưu mục' }).click()
    await expect(officer.getByLabel(`Nội dung mục ${another}`)).toBeHidden()
  })

  await test.step('a part that exceeds its whole stands in the way', async () => {
    await unfold(officer, 'Chỉ đạo, tổ chức thực hiện')
    await officer.getByRole('button', { name: 'Sửa số: Nhiệm vụ đã hoàn thành' }).click()
    const dialog = officer.getByRole('dialog', { name: 'Nhiệm vụ đã hoàn thành' })
    await dialog.getByLabel(/^Số báo cáo/).fill('30')
    await dialog.getByLabel('Số này lấy từ đâu').fill('Gõ nhầm')
    await dialog.getByRole('button', { name: 'Lưu số' }).click()
    await expect(dialog).toBeHidden()
    await officer.getByRole('button', { name: 'Trình lãnh đạo' }).click()
    const stop = officer.getByRole('dialog', { name: 'Báo cáo chưa trình được' })
    await stop.getByRole('link', { name: /^“Nhiệm vụ đã hoàn thành” \(30\) nhiều hơn/ }).click()
    await expect(stop).toBeHidden()
    await expect(officer.locator('#so-tasks_done')).toBeFocused()
  })
})

test('the administrator sets to whom the ward reports, and the next report has it', async ({ as }) => {
  const admin = await as('quantri')
  await open(admin, '/quan-tri/cai-dat')
  await card(admin, 'Báo cáo').getByLabel('Kính gửi').fill('Ủy ban nhân dân tỉnh Thanh Hóa')
  await card(admin, 'Báo cáo').getByLabel('Nơi nhận').fill('Như trên\nĐảng ủy phường')
  await admin.getByRole('button', { name: 'Lưu cài đặt báo cáo' }).click()
  await expect(message(admin, 'Đã lưu cài đặt')).toBeVisible()
  // The other form of the page goes on from there.
  await admin.getByRole('button', { name: 'Lưu cài đặt', exact: true }).click()
  await expect(admin.getByRole('alert')).toHaveCount(0)
  await expectAccessible(admin)
  const officer = await as('chinhsach')
  await open(officer, '/bao-cao')
  await officer.getByRole('button', { name: 'Báo cáo nhanh' }).click()
  await expect(card(officer, 'Đầu văn bản')).toContainText('Ủy ban nhân dân tỉnh Thanh Hóa')
  await expect(card(officer, 'Đầu văn bản')).toContainText('Đảng ủy phường')
})
