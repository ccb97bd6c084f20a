import type { Api, Row } from './support/api.ts'
import { card, expect, heading, message, open, test, type Page } from './support/test.ts'

// Several people sign in, each on a device of their own.
test.describe.configure({ timeout: 120_000 })

const bell = (page: Page, unread: number) =>
  page.getByRole('button', { name: unread > 0 ? `Thông báo, ${unread} tin chưa đọc` : 'Thông báo', exact: true })

/** 2026-11-27 as the screens show it. */
const shown = (date: string) => date.split('-').reverse().join('/')

const raise = (khupho: Api, title: string): Promise<Row> =>
  khupho.post('/obstacles', { title, description: 'Đề nghị phường hỗ trợ.', attachment_ids: [] })

const show = (page: Page, which: string) =>
  page.getByRole('radiogroup', { name: 'Hiện' }).getByText(which, { exact: true }).click()

async function answer(page: Page, text: string): Promise<void> {
  await page.getByLabel('Nội dung trả lời').fill(text)
  await page.getByRole('button', { name: 'Trả lời', exact: true }).click()
  await expect(message(page, 'Đã gửi trả lời')).toBeVisible()
}

test('a neighborhood raises what is in the way of its task, the officer answers, the bell tells', async ({
  as,
  api,
}) => {
  const title = 'Chưa có nước sạch ở nhà văn hóa'
  const asker = await as('khupho3')
  const unread = await api('khupho3')
  // The demo has told this unit of other things before, and its jobs may tell it more at any moment: the bell is
  // looked at beside what the server holds just then.
  const bellTells = () =>
    expect(async () => {
      const { total } = await unread.get('/notifications?unread=true')
      await asker.reload()
      await expect(bell(asker, total)).toBeVisible({ timeout: 2_000 })
    }).toPass({ timeout: 20_000 })
  await bellTells()

  await test.step('the neighborhood raises it from the task', async () => {
    const task = /^Căn cứ kế hoạch của UBND phường, các khu phố/
    await card(asker, 'Việc của đơn vị tôi').getByRole('link', { name: task }).click()
    await expect(heading(asker, task)).toBeVisible()
    await asker.getByRole('button', { name: 'Việc khác' }).click()
    await asker.getByRole('menuitem', { name: 'Nêu vướng mắc' }).click()
    await expect(heading(asker, 'Nêu vướng mắc')).toBeVisible()
    await expect(asker.getByRole('combobox', { name: 'Về việc nào' })).toHaveValue(task)

    await asker.getByRole('button', { name: 'Gửi', exact: true }).click()
    await expect(asker.getByRole('alert')).toContainText('Viết ngắn gọn vướng mắc là gì')

    await asker.getByLabel('Vướng mắc là gì').fill(title)
    await asker.getByLabel('Nói rõ hơn và đề nghị gì').fill('Đề nghị phường cấp bình nước trong tháng 6.')
    await asker.getByRole('button', { name: 'Gửi', exact: true }).click()
    await expect(message(asker, 'Đã gửi. Anh/chị sẽ nhận thông báo khi có trả lời.')).toBeVisible()
    await expect(heading(asker, task)).toBeVisible()
    await expect(asker.getByRole('link', { name: title })).toBeVisible()
  })

  await test.step('the officer finds it waiting, with its clock, and answers', async () => {
    const held = (await (await api('chinhsach')).get('/obstacles')).items.find((one: Row) => one.title === title)
    const officer = await as('chinhsach')
    await expect(card(officer, /^Chờ anh\/chị quyết định/)).toContainText(title)
    await open(officer, '/vuong-mac')
    const row = officer.getByRole('row').or(officer.getByRole('listitem')).filter({ hasText: title })
    await expect(row).toContainText('Chờ trả lời')
    await expect(row).toContainText(shown(held.answer_due_on))

    await row.getByRole('link', { name: title }).click()
    await expect(heading(officer, title)).toBeVisible()
    await expect(officer.getByText('Đề nghị phường cấp bình nước trong tháng 6.')).toBeVisible()
    await expect(officer.getByText('Khu phố 3', { exact: true })).toBeVisible()
    await answer(officer, 'Phường cấp 20 bình nước vào thứ Hai.')
    await expect(officer.getByText('Đã trả lời', { exact: true })).toBeVisible()
    await expect(officer.getByLabel('Nội dung trả lời')).toBeHidden()
    await open(officer, '/')
    await expect(card(officer, /^Chờ anh\/chị quyết định/)).toContainText('Loa truyền thanh cụm 2 hỏng')
    await expect(card(officer, /^Chờ anh\/chị quyết định/)).not.toContainText(title)
  })

  await test.step('the neighborhood is told, reads it, and the message is no longer new', async () => {
    await bellTells()
    await asker.getByRole('button', { name: /^Thông báo, \d+ tin chưa đọc$/ }).click()
    await asker.getByRole('link', { name: 'Vướng mắc của đơn vị anh/chị đã có trả lời' }).click()
    await expect(heading(asker, title)).toBeVisible()
    await expect(card(asker, 'Trả lời')).toContainText('Phường cấp 20 bình nước vào thứ Hai.')
    await expect(card(asker, 'Trả lời')).toContainText('Lê Thu Hà trả lời lúc')
    await bellTells()

    await open(asker, '/thong-bao')
    const told = asker.getByRole('listitem').filter({ hasText: 'Vướng mắc của đơn vị anh/chị đã có trả lời' })
    await expect(told).toBeVisible()
    await expect(told.getByRole('button', { name: 'Đánh dấu đã đọc' })).toBeHidden()
    await asker.getByRole('button', { name: 'Đánh dấu đã đọc hết' }).click()
    await expect(bell(asker, 0)).toBeVisible()
  })
})

test('an obstacle passed up is answered by the leader and closed by the officer', async ({ as, api }) => {
  const title = 'Không có kinh phí thuê phông bạt'
  const { id } = await raise(await api('khupho3'), title)

  const officer = await as('chinhsach')
  await open(officer, `/vuong-mac/${id}`)
  await officer.getByRole('button', { name: 'Chuyển lên' }).click()
  const dialog = officer.getByRole('dialog', { name: 'Chuyển vướng mắc lên trên' })
  await expect(dialog.getByRole('radio', { name: 'Lãnh đạo phường' })).toBeChecked()
  await dialog.getByRole('button', { name: 'Chuyển lên' }).click()
  await expect(dialog.getByText('Viết ý kiến kèm theo')).toBeVisible()
  await dialog.getByLabel('Ý kiến kèm theo').fill('Đề nghị anh/chị cho chủ trương.')
  await dialog.getByRole('button', { name: 'Chuyển lên' }).click()
  await expect(dialog).toBeHidden()
  await expect(officer.getByText('Đã chuyển lãnh đạo phường')).toBeVisible()

  const leader = await as('lanhdao')
  await card(leader, /^Chờ anh\/chị quyết định/)
    .getByRole('link', { name: title })
    .click()
  await expect(leader.getByText('Đề nghị anh/chị cho chủ trương.')).toBeVisible()
  await answer(leader, 'Đồng ý chi 3 triệu đồng.')

  const asker = await as('khupho3')
  await open(asker, `/vuong-mac/${id}`)
  await expect(card(asker, 'Trả lời')).toContainText('Đồng ý chi 3 triệu đồng.')
  await expect(card(asker, 'Trả lời')).toContainText('Trần Thị Nga trả lời lúc')
  await expect(asker.getByRole('button', { name: 'Đóng', exact: true })).toBeHidden()

  await officer.reload()
  await officer.getByRole('button', { name: 'Đóng', exact: true }).click()
  const sure = officer.getByRole('dialog', { name: 'Đóng vướng mắc này?' })
  await sure.getByRole('button', { name: 'Đóng', exact: true }).last().click()
  await expect(message(officer, 'Đã đóng vướng mắc')).toBeVisible()

  await open(asker, '/vuong-mac')
  await show(asker, 'Đã đóng')
  await expect(asker.getByRole('link', { name: title })).toBeVisible()
  await show(asker, 'Chưa trả lời')
  await expect(asker.getByText('Không có vướng mắc nào khớp.')).toBeVisible()
})

test('another neighborhood does not see it, not even by its address', async ({ as, api }) => {
  const title = 'Chuyện riêng của khu phố 3'
  const { id } = await raise(await api('khupho3'), title)
  const own = await as('khupho3')
  await open(own, '/vuong-mac')
  await expect(own.getByRole('link', { name: title })).toBeVisible()

  const other = await as('khupho4')
  await open(other, '/vuong-mac')
  await expect(other.getByRole('link', { name: 'Thiếu đề cương tuyên truyền' })).toBeVisible()
  await expect(other.getByText(title)).toHaveCount(0)
  await other.goto(`/vuong-mac/${id}`)
  await expect(heading(other, 'Không tìm thấy')).toBeVisible()
  await expect(other).toHaveTitle('Không tìm thấy · Búp Trên Cành')
  await expect(other.getByText('Mục này không có, hoặc không thuộc phần việc của anh/chị.')).toBeVisible()
  await expect(other.getByText(title)).toHaveCount(0)
  await other.getByRole('link', { name: 'Về trang Hôm nay' }).click()
  await expect(card(other, 'Việc của đơn vị tôi')).toBeVisible()
})
