import { readFileSync } from 'node:fs'
import type { Api, Row } from './support/api.ts'
import { fromRoot } from './support/server.ts'
import { card, expect, heading, isPhone, message, open, test, type Page } from './support/test.ts'

/** The demo holds the plan under its own name already. */
const AGAIN = 'Tháng hành động vì trẻ em năm 2024, bản thứ hai'
const DOCUMENT = fromRoot('api/src/demo/ke-hoach-2024.docx')
const LOUDSPEAKERS = 'Tuyên truyền trên hệ thống truyền thanh của các khu phố'
const FAMILY_DAY = /^Tổ chức tốt các hoạt động nhân “Ngày gia đình Việt Nam”/

type File = string | { name: string; mimeType: string; buffer: Buffer }
const file = (name: string, content: Buffer | string): File => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
})

async function drop(page: Page, what: File): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /^Kéo tệp vào đây/ }).click()
  await (await chooser).setFiles(what)
}

/** Uploads in the wizard and answers what the machine has read. */
async function upload(page: Page, what: File): Promise<Row> {
  const answer = page.waitForResponse('**/api/v1/plans/import')
  await drop(page, what)
  await expect(heading(page, 'Xem lại bản đọc được')).toBeVisible()
  return (await answer).json()
}

async function rename(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sửa thông tin' }).click()
  await page.getByLabel('Tên kế hoạch').fill(AGAIN)
  await card(page, 'Thông tin kế hoạch').getByRole('button', { name: 'Xong' }).click()
}

/** Saves the draft; answers its address. */
async function saveDraft(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Lưu thành dự thảo' }).click()
  await expect(heading(page, AGAIN)).toBeVisible()
  return new URL(page.url()).pathname
}

const proposed = (page: Page, title: string | RegExp) => page.getByRole('article', { name: title, exact: true })

/** 2024-06-30 as the screens show it. */
const shown = (date: string) => date.split('-').reverse().join('/')

async function chooseAction(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Việc khác' }).click()
  await page.getByRole('menuitem', { name }).click()
}

const demoPlan = async (api: Api): Promise<Row> => api.get(`/plans/${(await api.get('/plans')).items[0].id}`)

const planTasks = async (api: Api, plan: string): Promise<Row[]> =>
  (await api.get(`/tasks?limit=100&plan_id=${plan.split('/').pop()}`)).items

test('the officer imports the signed plan, corrects it, publishes it, and a neighborhood has its task', async ({
  as,
  api,
}) => {
  test.slow()
  const officer = await as('chinhsach')
  const khupho = await as('khupho1')

  await test.step('every proposed task stands beside the paragraph it was read from', async () => {
    await open(officer, '/ke-hoach')
    await officer.getByRole('link', { name: 'Nhập từ văn bản' }).click()
    const read = await upload(officer, DOCUMENT)
    expect(read.tasks).toHaveLength(18)
    await expect(officer.getByRole('article')).toHaveCount(18)
    for (const task of read.tasks) {
      const article = proposed(officer, task.title)
      const row = officer.locator('[id^="row-"]').filter({ has: article })
      await expect(row.locator('> p')).toContainText(task.source.slice(0, 40))
      await expect(article).toContainText(`Hạn ${shown(task.due_on)}`)
    }
    const article = (await proposed(officer, LOUDSPEAKERS).boundingBox())!
    const paragraph = (await officer
      .locator('[id^="row-"]')
      .filter({ has: proposed(officer, LOUDSPEAKERS) })
      .locator('> p')
      .boundingBox())!
    if (isPhone(officer)) expect(paragraph.y + paragraph.height).toBeLessThanOrEqual(article.y)
    else expect(paragraph.x + paragraph.width).toBeLessThanOrEqual(article.x)
  })

  await test.step('one due date is corrected, one task dropped; leaving the page loses neither', async () => {
    const task = proposed(officer, LOUDSPEAKERS)
    await expect(task).toContainText('Hạn 30/06/2024 (ngày kết thúc kế hoạch)')
    await task.getByRole('button', { name: 'Sửa' }).click()
    await task.getByLabel('Hạn', { exact: true }).fill('25/6/2024')
    await task.getByRole('button', { name: 'Xong' }).click()
    await expect(task).toContainText('Hạn 25/06/2024')
    await expect(task).not.toContainText('ngày kết thúc kế hoạch')

    await officer.getByRole('button', { name: /^Xóa việc này: Tổ chức tốt các hoạt động/ }).click()
    await expect(officer.getByRole('article')).toHaveCount(17)
    await officer.getByRole('button', { name: 'Hoàn tác' }).click()
    await expect(officer.getByRole('article')).toHaveCount(18)
    await officer.getByRole('button', { name: /^Xóa việc này: Tổ chức tốt các hoạt động/ }).click()
    await expect(officer.getByRole('article')).toHaveCount(17)

    await officer.getByRole('link', { name: '‹ Kế hoạch' }).click()
    await expect(officer.getByText('Anh/chị có một bản nhập đang làm dở')).toBeVisible()
    await officer.reload()
    await officer.getByRole('link', { name: 'Làm tiếp' }).click()
    await expect(officer.getByRole('article')).toHaveCount(17)
    await expect(proposed(officer, LOUDSPEAKERS)).toContainText('Hạn 25/06/2024')
  })

  let address = ''
  await test.step('saved as a draft it is not yet for the neighborhood', async () => {
    await officer.getByRole('button', { name: 'Lưu thành dự thảo' }).click()
    await expect(officer.getByRole('alert')).toContainText('Năm này đã có kế hoạch cùng tên.')
    await rename(officer)
    address = await saveDraft(officer)
    await expect(message(officer, 'Đã lưu dự thảo.')).toBeVisible()
    await expect(officer.getByText('Dự thảo', { exact: true })).toBeVisible()
    const tasks = await planTasks(await api('chinhsach'), address)
    expect(tasks).toHaveLength(17)
    expect(tasks.find((task) => task.title === LOUDSPEAKERS).due_on).toBe('2024-06-25')
    expect(tasks.filter((task) => FAMILY_DAY.test(task.title))).toEqual([])

    await open(khupho, '/viec?cua-toi=1')
    await expect(khupho.getByRole('link', { name: LOUDSPEAKERS })).toHaveCount(1)
    await khupho.goto(address)
    await expect(heading(khupho, 'Không tìm thấy')).toBeVisible()
  })

  await test.step('the officer is asked, may think again, then publishes', async () => {
    await officer.getByRole('button', { name: 'Ban hành', exact: true }).click()
    const sure = officer.getByRole('dialog', { name: 'Ban hành kế hoạch này?' })
    await expect(sure).toContainText('17 việc sẽ hiện với các đơn vị được giao')
    await sure.getByRole('button', { name: 'Thôi' }).click()
    await expect(sure).toBeHidden()
    expect((await (await api('chinhsach')).get(`/plans/${address.split('/').pop()}`)).status).toBe('draft')

    await officer.getByRole('button', { name: 'Ban hành', exact: true }).click()
    await sure.getByRole('button', { name: 'Ban hành' }).click()
    await expect(message(officer, 'Đã ban hành. Các đơn vị đã thấy việc của mình.')).toBeVisible()
    await expect(officer.getByText('Đang thực hiện', { exact: true })).toBeVisible()
    await expect(officer.getByText('Các đơn vị chưa thấy việc')).toBeHidden()
  })

  await test.step('the neighborhood finds its task, with the corrected date', async () => {
    await open(khupho, '/viec?cua-toi=1')
    const rows = khupho.getByRole('row').or(khupho.getByRole('listitem')).filter({ hasText: LOUDSPEAKERS })
    await expect(rows).toHaveCount(2)
    await rows.filter({ hasText: '25/06/2024' }).getByRole('link', { name: LOUDSPEAKERS }).click()
    await expect(heading(khupho, LOUDSPEAKERS)).toBeVisible()
    await expect(card(khupho, 'Thông tin')).toContainText('25/06/2024')
    await expect(khupho.getByRole('button', { name: 'Cập nhật' })).toBeVisible()
  })
})

test('what is no plan is refused in plain words, and another file can be chosen', async ({ as, api }) => {
  const officer = await as('chinhsach')
  const real = readFileSync(DOCUMENT)
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const refused = officer.getByRole('alert').filter({ hasText: 'Máy chưa đọc được tệp này' })
  const cases: [File, string][] = [
    [file('ke-hoach-cut.docx', real.subarray(0, 20_000)), 'Tệp Word bị hỏng hoặc tải lên chưa trọn.'],
    [file('anh-chup.docx', png), 'Đây là tệp ảnh.'],
    [file('ke-hoach.pdf', '%PDF-1.7'), '“ke-hoach.pdf” không phải tệp .docx hoặc .txt.'],
    [file('trong.docx', ''), 'Tệp này trống.'],
  ]

  await open(officer, '/ke-hoach/nhap')
  for (const [wrong, why] of cases) {
    await drop(officer, wrong)
    await expect(refused).toContainText(why)
    await expect(heading(officer, 'Nhập kế hoạch từ văn bản')).toBeVisible()
  }
  await upload(officer, DOCUMENT)
  await expect(refused).toBeHidden()
  await expect(officer.getByRole('article')).toHaveCount(18)

  // The same at a plan that is there: it stays as it was.
  const chinhsach = await api('chinhsach')
  const plan = await demoPlan(chinhsach)
  await open(officer, `/ke-hoach/${plan.id}/nhap-lai`)
  await drop(officer, cases[0]![0])
  await expect(refused).toContainText(cases[0]![1])
  expect(await chinhsach.get(`/plans/${plan.id}`)).toEqual(plan)
})

test('a corrected text of the same plan: one difference is taken, the others are not, nothing is doubled', async ({
  as,
  api,
}) => {
  test.slow()
  const officer = await as('chinhsach')
  const chinhsach = await api('chinhsach')
  await open(officer, '/ke-hoach/nhap')
  await upload(officer, DOCUMENT)
  await rename(officer)
  const address = await saveDraft(officer)
  const before = await planTasks(chinhsach, address)
  expect(before).toHaveLength(18)

  const original = readFileSync(fromRoot('tests/fixtures/plans/2024/ke-hoach.txt'), 'utf8')
  const corrected = original
    .replace('“Ngày gia đình Việt Nam” 28-6', '“Ngày gia đình Việt Nam” 27-6')
    .replace(
      '2. Đoàn TNCS Hồ Chí Minh Phường:',
      '2. Đoàn TNCS Hồ Chí Minh Phường:\n\nTổ chức hai lớp dạy bơi cho trẻ em.',
    )
  expect(corrected.length).toBeGreaterThan(original.length + 30)

  const changes = officer.getByRole('listitem').filter({ hasText: 'Trong văn bản mới' })

  await test.step('of the same words only the name differs, which the officer has given', async () => {
    await chooseAction(officer, 'Nhập lại văn bản')
    await drop(officer, file('ke-hoach.txt', original))
    await expect(changes).toHaveCount(1)
    await expect(changes).toContainText(AGAIN)
    await officer.getByRole('link', { name: `‹ ${AGAIN}` }).click()
  })

  const movedDay = changes.filter({ hasText: 'Ngày gia đình' }).filter({ hasText: 'hạn 27/06/2024' })
  const swimming = changes.filter({ hasText: 'Tổ chức hai lớp dạy bơi' }).filter({ hasText: '(không có)' })

  await test.step('both changes are shown, before and after; nothing is chosen yet', async () => {
    await chooseAction(officer, 'Nhập lại văn bản')
    await drop(officer, file('ke-hoach-sua.txt', corrected))
    await expect(movedDay).toHaveCount(1)
    await expect(movedDay).toContainText('hạn 28/06/2024')
    await expect(movedDay.getByText('Sửa', { exact: true })).toBeVisible()
    await expect(swimming).toHaveCount(1)
    await expect(swimming.getByText('Thêm', { exact: true })).toBeVisible()
    await expect(officer.getByRole('checkbox', { checked: true })).toHaveCount(0)
    await expect(officer.getByRole('button', { name: /^Lấy \d+ thay đổi/ })).toBeDisabled()
    await expect(officer.getByText('Chọn ít nhất một thay đổi')).toBeVisible()
  })

  await test.step('the moved day is taken, the new task is left', async () => {
    await movedDay.getByRole('checkbox').check()
    await officer.getByRole('button', { name: 'Lấy 1 thay đổi' }).click()
    await expect(message(officer, 'Đã cập nhật kế hoạch')).toBeVisible()
    await expect(heading(officer, AGAIN)).toBeVisible()

    const after = await planTasks(chinhsach, address)
    expect(after.map((task) => task.id).sort()).toEqual(before.map((task) => task.id).sort())
    const moved = (tasks: Row[]) => tasks.filter((task) => FAMILY_DAY.test(task.title)).map((task) => task.due_on)
    expect([moved(before), moved(after)]).toEqual([['2024-06-28'], ['2024-06-27']])
  })

  await test.step('what was left is offered again, what was taken is not', async () => {
    await chooseAction(officer, 'Nhập lại văn bản')
    await drop(officer, file('ke-hoach-sua.txt', corrected))
    await expect(swimming).toHaveCount(1)
    await expect(movedDay).toHaveCount(0)
  })
})

test('the signed file once more changes nothing in a plan whose tasks are partly done', async ({ as, api }) => {
  const officer = await as('chinhsach')
  const plan = await demoPlan(await api('chinhsach'))
  await open(officer, `/ke-hoach/${plan.id}/nhap-lai`)
  await drop(officer, DOCUMENT)
  await expect(officer.getByText('Hai bản giống nhau, không có gì để thay đổi.')).toBeVisible()
})

test('a plan made by hand gets a section and a task', async ({ as, api }) => {
  const officer = await as('chinhsach')
  await open(officer, '/ke-hoach')
  await officer.getByRole('link', { name: 'Lập mới' }).click()

  await officer.getByRole('button', { name: 'Lưu', exact: true }).click()
  const wrong = officer.getByRole('alert')
  await expect(wrong).toContainText('Có 2 chỗ cần sửa')
  await wrong.getByRole('link', { name: 'Nhập tên kế hoạch' }).click()
  await expect(officer.getByLabel('Tên kế hoạch')).toBeFocused()
  await officer.getByLabel('Tên kế hoạch').fill('Tết Trung thu cho trẻ em năm 2026')
  await officer.getByLabel('Chủ đề').fill('Trăng sáng cho em')
  await officer.getByLabel('Từ ngày').fill('15/09/2026')
  await officer.getByLabel('Đến ngày').fill('01/09/2026')
  await officer.getByRole('button', { name: 'Lưu', exact: true }).click()
  await expect(wrong).toContainText('Ngày kết thúc phải sau ngày bắt đầu')
  await officer.getByLabel('Đến ngày').fill('25/09/2026')
  await officer.getByRole('button', { name: 'Lưu', exact: true }).click()
  await expect(heading(officer, 'Tết Trung thu cho trẻ em năm 2026')).toBeVisible()
  await expect(officer.getByText('15/09 – 25/09/2026')).toBeVisible()

  await test.step('a section', async () => {
    await officer.getByRole('button', { name: 'Thêm mục' }).click()
    const dialog = officer.getByRole('dialog', { name: 'Thêm mục' })
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Nhập tên mục')
    await dialog.getByLabel('Số', { exact: true }).fill('I')
    await dialog.getByLabel('Tên mục').fill('Rước đèn')
    await dialog.getByLabel('Nội dung').fill('Các khu phố tổ chức rước đèn.')
    await dialog.getByRole('button', { name: 'Lưu' }).click()
    await expect(officer.getByRole('heading', { name: 'I. Rước đèn' })).toBeVisible()
  })

  await test.step('a task in that section', async () => {
    await officer.getByRole('link', { name: 'Thêm việc' }).click()
    await expect(officer.getByRole('combobox', { name: 'Thuộc kế hoạch' })).toHaveValue(/Tết Trung thu/)
    await officer.getByLabel('Tên việc').fill('Chuẩn bị đèn ông sao')
    await officer.getByRole('combobox', { name: 'Đơn vị chủ trì' }).click()
    await officer.getByRole('option', { name: 'Đoàn TNCS Hồ Chí Minh phường' }).click()
    await officer.getByLabel('Hạn hoàn thành').fill('20/09/2026')
    await officer.getByRole('combobox', { name: 'Mục trong kế hoạch' }).click()
    await officer.getByRole('option', { name: 'I. Rước đèn' }).click()
    await officer.getByRole('button', { name: 'Lưu việc' }).click()
    await expect(message(officer, 'Đã giao việc')).toBeVisible()
    await expect(heading(officer, 'Chuẩn bị đèn ông sao')).toBeVisible()
    await officer.getByRole('link', { name: 'I', exact: true }).click()
    await expect(heading(officer, 'Tết Trung thu cho trẻ em năm 2026')).toBeVisible()
    await expect(officer.getByRole('link', { name: '1 việc' })).toBeVisible()
  })

  // A draft: the youth union does not see the task yet.
  const doan = await api('doan')
  expect((await doan.get('/tasks?mine=true&q=đèn ông sao')).items).toEqual([])
})

test("last year's plan is copied into a draft with its tasks begun anew", async ({ as, api }) => {
  const officer = await as('chinhsach')
  const chinhsach = await api('chinhsach')
  const plan = await demoPlan(chinhsach)
  await open(officer, `/ke-hoach/${plan.id}`)
  await chooseAction(officer, 'Sao sang năm khác')
  const dialog = officer.getByRole('dialog', { name: 'Sao kế hoạch sang năm khác' })
  await expect(dialog.getByLabel('Năm mới')).toHaveValue('2025')
  await dialog.getByLabel('Năm mới').fill('2026')
  await dialog.getByRole('button', { name: 'Tạo dự thảo' }).click()
  await expect(message(officer, 'Đã tạo dự thảo mới')).toBeVisible()
  await expect(officer.getByText('Dự thảo', { exact: true })).toBeVisible()
  await expect(officer).not.toHaveURL(new RegExp(plan.id))

  const copy = await chinhsach.get(`/plans/${new URL(officer.url()).pathname.split('/').pop()}`)
  expect(copy).toMatchObject({ year: 2026, starts_on: '2026-06-01', ends_on: '2026-06-30', status: 'draft' })
  expect(copy.sections.map((section: Row) => section.path)).toEqual(plan.sections.map((section: Row) => section.path))
  const old = await planTasks(chinhsach, plan.id)
  const tasks = await planTasks(chinhsach, copy.id)
  expect(tasks).toHaveLength(old.length)
  expect(tasks.map((task) => task.status)).toEqual(tasks.map(() => 'assigned'))
  expect(tasks.every((task) => task.due_on.startsWith('2026-06-') && task.progress === 0)).toBe(true)
  // The old one is untouched.
  expect(await chinhsach.get(`/plans/${plan.id}`)).toEqual(plan)
})
