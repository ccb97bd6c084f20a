import { readFile } from 'node:fs/promises'
import { sharedTask, type Api, type Row } from './support/api.ts'
import { card, expect, heading, isPhone, message, open, test, type Page } from './support/test.ts'

const LOUDSPEAKERS = 'Tuyên truyền trên hệ thống truyền thanh của các khu phố'
const PHOTO = {
  name: 'IMG_0042.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}

const sheet = (page: Page) => page.getByRole('dialog', { name: 'Cập nhật việc' })

/** Gives a photo as the camera would: a tap on the button, then the picture. */
async function takePhoto(page: Page): Promise<void> {
  const camera = page.waitForEvent('filechooser')
  await sheet(page).getByRole('button', { name: 'Chụp hoặc chọn ảnh' }).click()
  await (await camera).setFiles(PHOTO)
}

const send = (page: Page) => sheet(page).getByRole('button', { name: 'Gửi', exact: true }).click()

/** One unit's row among those that do their part. */
const partOf = (page: Page, unit: string) =>
  card(page, 'Các đơn vị thực hiện')
    .getByRole('listitem')
    .filter({ has: page.getByText(unit, { exact: true }) })

const history = (page: Page) => card(page, 'Diễn biến').getByRole('listitem')

const rows = (page: Page) =>
  isPhone(page)
    ? page.getByRole('list', { name: 'Việc' }).getByRole('listitem')
    : page.getByRole('table', { name: 'Việc' }).locator('tbody').getByRole('row')

const taskNamed = async (api: Api, title: string): Promise<Row> =>
  (await api.get('/tasks?limit=100')).items.find((task: Row) => task.title.startsWith(title))

test('a neighborhood reports with a photo in three taps, gets it back with a reason, sends it again, and it is accepted', async ({
  as,
}) => {
  test.slow()
  const khupho = await as('khupho9')
  const officer = await as('chinhsach')

  await test.step('three taps from the home page', async () => {
    const mine = card(khupho, 'Việc của đơn vị tôi').getByRole('listitem').filter({ hasText: LOUDSPEAKERS })
    await mine.getByRole('link', { name: 'Cập nhật' }).click()
    await takePhoto(khupho)
    await expect(sheet(khupho).getByRole('button', { name: /^Bỏ / })).toBeVisible()
    await send(khupho)
    await expect(message(khupho, 'Đã gửi cập nhật')).toBeVisible()
    await expect(heading(khupho, LOUDSPEAKERS)).toBeVisible()
  })

  await test.step('the officer sees who reported, and the photo without its name', async () => {
    await open(officer, '/viec?xem=danh-sach')
    await officer.getByRole('link', { name: LOUDSPEAKERS }).click()
    const latest = history(officer).filter({ hasText: 'Khu phố 9' }).first()
    await expect(latest).toContainText('báo tiến độ 50%')
    const photo = latest.getByRole('button', { name: /^Mở anh-\d+\.jpg$/ })
    await expect(photo.locator('img')).toHaveJSProperty('complete', true)
    await expect(photo.locator('img')).toHaveJSProperty('naturalWidth', 1)
    await expect(partOf(officer, 'Khu phố 9').getByRole('button', { name: 'Trả lại' })).toBeHidden()
  })

  await test.step('the neighborhood hands it in', async () => {
    await khupho.getByRole('button', { name: 'Báo cáo xong' }).click()
    await sheet(khupho).getByLabel('Ghi chú').fill('Đã phát đủ hai lượt mỗi ngày.')
    await send(khupho)
    await expect(message(khupho, 'Đã gửi báo cáo, chờ duyệt')).toBeVisible()
    await expect(partOf(khupho, 'Khu phố 9')).toContainText('Chờ duyệt')
  })

  await test.step('the officer gives it back, not without a reason', async () => {
    await officer.reload()
    await expect(history(officer).first()).toContainText('Đã phát đủ hai lượt mỗi ngày.')
    await partOf(officer, 'Khu phố 9').getByRole('button', { name: 'Trả lại' }).click()
    const dialog = officer.getByRole('dialog', { name: 'Trả lại việc này?' })
    await dialog.getByRole('button', { name: 'Trả lại' }).click()
    await expect(dialog.getByText('Nêu lý do')).toBeVisible()
    await dialog.getByLabel('Lý do trả lại').fill('Đề nghị bổ sung lịch phát của cụm 2.')
    await dialog.getByRole('button', { name: 'Trả lại' }).click()
    await expect(message(officer, 'Đã trả lại')).toBeVisible()
    await expect(partOf(officer, 'Khu phố 9')).toContainText('Bị trả lại')
    // The others' reports stay as they were.
    await expect(partOf(officer, 'Khu phố 8')).toContainText('Chờ duyệt')
  })

  await test.step('the neighborhood reads the reason at the top, mends and sends again', async () => {
    await open(khupho, '/')
    const mine = card(khupho, 'Việc của đơn vị tôi').getByRole('listitem').filter({ hasText: LOUDSPEAKERS })
    await expect(mine).toContainText('Bị trả lại')
    await mine.getByRole('link', { name: LOUDSPEAKERS }).click()
    const reason = khupho.getByText('Đề nghị bổ sung lịch phát của cụm 2.')
    // Once at the top, once in the history.
    await expect(reason).toHaveCount(2)
    await expect(reason.first()).toBeInViewport()

    await khupho.getByRole('button', { name: 'Cập nhật' }).click()
    await sheet(khupho).getByLabel('Ghi chú').fill('Gửi lịch phát của cụm 2.')
    await takePhoto(khupho)
    await send(khupho)
    await khupho.getByRole('button', { name: 'Báo cáo xong' }).click()
    await send(khupho)
    await expect(partOf(khupho, 'Khu phố 9')).toContainText('Chờ duyệt')
    await expect(reason).toHaveCount(1)
  })

  await test.step('the officer accepts', async () => {
    await officer.reload()
    await partOf(officer, 'Khu phố 9').getByRole('button', { name: 'Duyệt', exact: true }).click()
    await expect(message(officer, 'Đã duyệt')).toBeVisible()
    await expect(officer.getByText('Đã duyệt (1)')).toBeVisible()
    await expect(card(officer, 'Các đơn vị thực hiện')).toContainText('9/11 khu phố đã xong')
    await khupho.reload()
    await khupho.getByText('Đã duyệt (1)').click()
    await expect(partOf(khupho, 'Khu phố 9')).toContainText('Xong')
    await expect(khupho.getByRole('button', { name: 'Cập nhật' })).toBeHidden()
  })
})

test('a report written without a network waits, survives a reload, and arrives exactly once', async ({ as, api }) => {
  test.slow()
  const note = 'Loa cụm 2 đã sửa xong, phát lại từ sáng nay.'
  const officer = await api('chinhsach')
  const task = await sharedTask(officer)
  const arrived = async () =>
    (await officer.get(`/tasks/${task.id}/updates?limit=100`)).items.filter((update: Row) => update.note === note)

  const khupho = await as('khupho9')
  await open(khupho, '/viec?cua-toi=1')
  await expect(khupho.getByRole('link', { name: LOUDSPEAKERS })).toBeVisible()
  // Only with the shell on the device can a page be loaded without a network.
  await khupho.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))

  await test.step('without a network the task still opens, and the report is written down', async () => {
    await khupho.context().setOffline(true)
    await expect(khupho.getByText('Mất kết nối')).toBeVisible()
    await khupho.getByRole('link', { name: LOUDSPEAKERS }).click()
    await expect(heading(khupho, LOUDSPEAKERS)).toBeVisible()
    await khupho.getByRole('button', { name: 'Cập nhật' }).click()
    await takePhoto(khupho)
    await sheet(khupho).getByRole('button', { name: '75%' }).click()
    await sheet(khupho).getByLabel('Ghi chú').fill(note)
    await send(khupho)
    await expect(message(khupho, 'Đã ghi lại. Máy sẽ tự gửi khi có mạng.')).toBeVisible()
    await expect(card(khupho, 'Diễn biến')).toContainText('Chờ gửi')
    await expect(card(khupho, 'Diễn biến')).toContainText(note)
  })

  const waiting = khupho.getByRole('link', { name: '1 chờ gửi' })
  await test.step('a reload without a network loses nothing', async () => {
    await khupho.reload()
    await expect(heading(khupho, LOUDSPEAKERS)).toBeVisible()
    await waiting.click()
    await expect(heading(khupho, 'Chờ gửi')).toBeVisible()
    const job = khupho.getByRole('main').getByRole('listitem').filter({ hasText: LOUDSPEAKERS })
    await expect(job).toContainText('Cập nhật việc')
    await expect(job).toContainText('1 tệp')
    expect(await arrived()).toEqual([])
  })

  await test.step('the network comes back, but the first answer is lost on the way', async () => {
    let lost = 0
    await khupho.route('**/updates', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.fallback()
      lost += 1
      await route.fetch()
      await route.abort('connectionreset')
    })
    await khupho.context().setOffline(false)
    await expect.poll(async () => (await arrived()).length).toBe(1)
    await expect(waiting).toBeVisible()
    expect(lost).toBe(1)
  })

  await test.step('sent again it is still one report, with its one photo', async () => {
    await khupho.getByRole('button', { name: 'Gửi ngay' }).click()
    await expect(khupho.getByText('Không có mục nào chờ gửi.')).toBeVisible()
    await expect(waiting).toBeHidden()
    const updates = await arrived()
    expect(updates).toHaveLength(1)
    expect(updates[0].progress).toBe(75)
    expect(updates[0].attachments).toHaveLength(1)
  })
})

test('two people change the same task: the second compares, chooses, and loses nothing', async ({ as, api }) => {
  const chinhsach = await api('chinhsach')
  const { id } = await taskNamed(chinhsach, 'Rà soát, lập danh sách trẻ em')
  const edit = `/viec/${id}/sua`
  const officer = await as('chinhsach')
  const leader = await as('lanhdao')
  const title = (page: Page) => page.getByLabel('Tên việc')
  const due = (page: Page) => page.getByLabel('Hạn hoàn thành')
  const words = (page: Page) => page.getByLabel('Nội dung chi tiết')
  const save = (page: Page) => page.getByRole('button', { name: 'Lưu việc' }).click()
  await open(officer, edit)
  await expect(title(officer)).not.toHaveValue('')

  await open(leader, edit)
  await title(leader).fill('Lập danh sách trẻ em cần hỗ trợ')
  await due(leader).fill('20/12/2026')
  await leader.getByRole('combobox', { name: 'Mức ưu tiên' }).click()
  await leader.getByRole('option', { name: 'Khẩn' }).click()
  await save(leader)
  await expect(message(leader, 'Đã lưu')).toBeVisible()

  const compare = officer.getByRole('dialog', { name: 'Có người vừa sửa mục này' })
  const field = (name: string) => compare.getByRole('group', { name })
  await test.step('the officer, who began earlier, is shown both versions', async () => {
    await title(officer).fill('Rà soát trẻ em khó khăn ở 11 khu phố')
    await due(officer).fill('15/12/2026')
    await words(officer).fill('Gửi danh sách về phường trước ngày 15/12.')
    await save(officer)
    await expect(compare).toBeVisible()
    await expect(field('Tên việc')).toContainText('Rà soát trẻ em khó khăn ở 11 khu phố')
    await expect(field('Tên việc')).toContainText('Lập danh sách trẻ em cần hỗ trợ')
    await expect(field('Hạn hoàn thành')).toContainText('15/12/2026')
    await expect(field('Hạn hoàn thành')).toContainText('20/12/2026')
    // Untouched by the officer: nothing to choose.
    await expect(field('Mức ưu tiên')).toHaveCount(0)
    expect((await chinhsach.get(`/tasks/${id}`)).title).toBe('Lập danh sách trẻ em cần hỗ trợ')
  })

  await test.step('going back to the form keeps every word', async () => {
    await compare.getByRole('button', { name: 'Quay lại sửa tiếp' }).click()
    await expect(title(officer)).toHaveValue('Rà soát trẻ em khó khăn ở 11 khu phố')
    await expect(due(officer)).toHaveValue('15/12/2026')
    await expect(words(officer)).toHaveValue('Gửi danh sách về phường trước ngày 15/12.')
  })

  await test.step('the officer keeps the own name and takes the new date', async () => {
    await save(officer)
    await field('Hạn hoàn thành').getByRole('radio', { name: 'Bản vừa được lưu' }).check()
    await compare.getByRole('button', { name: 'Lưu bản đã chọn' }).click()
    await expect(heading(officer, 'Rà soát trẻ em khó khăn ở 11 khu phố')).toBeVisible()
    expect(await chinhsach.get(`/tasks/${id}`)).toMatchObject({
      title: 'Rà soát trẻ em khó khăn ở 11 khu phố',
      due_on: '2026-12-20',
      description: 'Gửi danh sách về phường trước ngày 15/12.',
      priority: 'urgent',
    })
  })
})

test('the filters live in the address: remembered, sent as a link, and there again after going back', async ({
  as,
}) => {
  const officer = await as('chinhsach')
  await open(officer, '/viec')
  await expect(rows(officer)).toHaveCount(18)

  await test.step('filters are chosen in the sheet', async () => {
    await officer.getByRole('button', { name: 'Bộ lọc' }).click()
    const filters = officer.getByRole('dialog', { name: 'Bộ lọc' })
    await filters.getByRole('combobox', { name: 'Trạng thái' }).click()
    await officer.getByRole('option', { name: 'Chờ duyệt' }).click()
    await officer.getByRole('option', { name: 'Bị trả lại' }).click()
    await officer.keyboard.press('Escape')
    await filters.getByRole('button', { name: 'Xem kết quả' }).click()
    await expect(filters).toBeHidden()
    await expect(officer).toHaveURL(/trang-thai=submitted%2Creturned/)
    await expect(officer.getByRole('button', { name: 'Bộ lọc (1)' })).toBeVisible()
    await expect(rows(officer)).toHaveCount(3)
  })

  await test.step('the search narrows them, with or without the marks', async () => {
    await officer.getByRole('searchbox', { name: 'Tìm việc' }).fill('truyen thanh')
    await expect(officer).toHaveURL(/q=truyen/)
    await expect(rows(officer)).toHaveCount(1)
    await expect(officer.getByText('1 việc', { exact: true })).toBeVisible()
  })
  const address = officer.url()

  await test.step('from a task one comes back to the same view', async () => {
    await rows(officer).first().getByRole('link').click()
    await expect(officer).toHaveURL(/\/viec\/[0-9a-f-]{36}$/)
    await officer.goBack()
    await expect(officer).toHaveURL(address)
    await expect(rows(officer)).toHaveCount(1)
    await expect(officer.getByRole('searchbox', { name: 'Tìm việc' })).toHaveValue('truyen thanh')
    await rows(officer).first().getByRole('link').click()
    await officer.getByRole('link', { name: '‹ Việc' }).click()
    await expect(officer).toHaveURL(/q=truyen\+thanh&trang-thai=submitted%2Creturned/)
    await expect(rows(officer)).toHaveCount(1)
  })

  await test.step('another day the list opens as it was left, but for the search of the moment', async () => {
    await open(officer, '/')
    await officer.getByRole('link', { name: 'Việc', exact: true }).filter({ visible: true }).click()
    await expect(officer).toHaveURL(/\/viec\?trang-thai=submitted%2Creturned$/)
    await expect(rows(officer)).toHaveCount(3)
  })

  await test.step('a colleague opens the link and sees the same', async () => {
    const leader = await as('lanhdao')
    await leader.goto(address)
    await expect(rows(leader)).toHaveCount(1)
    await expect(leader.getByRole('searchbox', { name: 'Tìm việc' })).toHaveValue('truyen thanh')
    await expect(leader.getByRole('button', { name: 'Bộ lọc (1)' })).toBeVisible()
  })

  await test.step('one press clears all, and stays so', async () => {
    await officer.getByRole('button', { name: 'Bỏ lọc' }).click()
    await expect(rows(officer)).toHaveCount(18)
    await officer.reload()
    await expect(rows(officer)).toHaveCount(18)
  })
})

test('the same tasks as a board and along the time', async ({ as }) => {
  const officer = await as('chinhsach')
  await open(officer, '/viec?xem=danh-sach')
  const view = officer.getByRole('radiogroup', { name: 'Cách xem' })

  await view.getByText('Bảng', { exact: true }).click()
  await expect(officer).toHaveURL(/xem=bang/)
  const column = (name: string) => officer.getByRole('region', { name, exact: true })
  const show = async (name: string) => {
    if (isPhone(officer)) await officer.getByRole('radiogroup', { name: 'Trạng thái' }).getByText(name).click()
  }
  for (const [name, count] of [
    ['Chưa làm', 7],
    ['Đang làm', 7],
    ['Chờ duyệt', 2],
    ['Xong', 2],
  ] as const) {
    await show(name)
    await expect(column(name).getByRole('listitem')).toHaveCount(count)
  }

  // A card moves by its menu: no dragging needed.
  await show('Chờ duyệt')
  const radio = 'Tuyên truyền trên hệ thống truyền thanh Phường'
  await column('Chờ duyệt')
    .getByRole('button', { name: `Chuyển trạng thái: ${radio}` })
    .click()
  await officer.getByRole('menuitem', { name: 'Xong' }).click()
  await expect(message(officer, 'Đã duyệt')).toBeVisible()
  await expect(column('Chờ duyệt').getByRole('listitem')).toHaveCount(1)
  await show('Xong')
  await expect(column('Xong').getByRole('listitem')).toHaveCount(3)

  await view.getByText('Thời gian', { exact: true }).click()
  await expect(officer).toHaveURL(/xem=thoi-gian/)
  if (isPhone(officer)) {
    await expect(card(officer, 'Quá hạn (15)').getByRole('link')).toHaveCount(15)
    await expect(card(officer, 'Đã xong, đã hủy (3)').getByRole('link')).toHaveCount(3)
  } else {
    await expect(officer.getByRole('main').getByRole('img', { name: / từ .* đến / })).toHaveCount(18)
    await expect(officer.getByRole('img', { name: /^Tổ chức tốt các hoạt động.*đến 28\/06\/2024$/ })).toBeVisible()
  }
  await officer.reload()
  await expect(view.getByRole('radio', { name: 'Thời gian' })).toBeChecked()
})

test('the first task is reached and opened with the keyboard alone', async ({ as }) => {
  const officer = await as('chinhsach')
  await expect(card(officer, /^Chờ anh\/chị quyết định/)).toBeVisible()
  await officer.keyboard.press('g')
  await officer.keyboard.press('v')
  await expect(heading(officer, 'Việc')).toBeFocused()
  await expect(rows(officer)).toHaveCount(18)
  await officer.keyboard.press('/')
  await expect(officer.getByRole('searchbox', { name: 'Tìm việc' })).toBeFocused()

  const first = rows(officer).first().getByRole('link')
  const focused = () => first.evaluate((link) => link === document.activeElement)
  for (let presses = 0; presses < 25 && !(await focused()); presses += 1) await officer.keyboard.press('Tab')
  await expect(first).toBeFocused()
  const title = await first.innerText()
  await officer.keyboard.press('Enter')
  await expect(heading(officer, title)).toBeFocused()
})

test('the list as it is filtered is downloaded for Excel', async ({ as }) => {
  const officer = await as('chinhsach')
  await open(officer, '/viec?trang-thai=returned')
  await officer.getByRole('button', { name: 'Xuất, in' }).click()
  const asked = officer.waitForRequest('**/api/v1/tasks/export*')
  const coming = officer.waitForEvent('download')
  await officer.getByRole('menuitem', { name: 'Tải Excel' }).click()
  expect(new URL((await asked).url()).searchParams.get('status')).toBe('returned')
  const download = await coming
  expect(download.suggestedFilename()).toMatch(/^viec-\d{4}-\d{2}-\d{2}\.xlsx$/)
  // A workbook is a zip.
  expect((await readFile(await download.path())).subarray(0, 4)).toEqual(Buffer.from('PK\x03\x04'))
})

test('a task is cancelled only with a reason, and everybody reads it', async ({ as, api }) => {
  const chinhsach = await api('chinhsach')
  const task = await taskNamed(chinhsach, 'Chỉ đạo, vận động cán bộ, đoàn viên')
  const officer = await as('chinhsach')
  await open(officer, `/viec/${task.id}`)
  const ask = async () => {
    await officer.getByRole('button', { name: 'Việc khác' }).click()
    await officer.getByRole('menuitem', { name: 'Hủy việc' }).click()
  }
  const sure = officer.getByRole('dialog', { name: 'Hủy việc này?' })

  await ask()
  await sure.getByRole('button', { name: 'Thôi' }).click()
  await expect(sure).toBeHidden()
  await ask()
  await sure.getByRole('button', { name: 'Hủy việc' }).click()
  await expect(sure.getByText('Nêu lý do')).toBeVisible()
  expect((await chinhsach.get(`/tasks/${task.id}`)).status).toBe('assigned')

  await sure.getByLabel('Lý do hủy').fill('Đã gộp vào kế hoạch hè của Đoàn.')
  await sure.getByRole('button', { name: 'Hủy việc' }).click()
  await expect(message(officer, 'Đã hủy việc')).toBeVisible()
  await expect(officer.getByText('Đã hủy', { exact: true }).first()).toBeVisible()
  await expect(officer.getByRole('button', { name: 'Bắt đầu làm' })).toBeHidden()

  const youth = await as('doan')
  await open(youth, `/viec/${task.id}`)
  await expect(youth.getByText('Đã gộp vào kế hoạch hè của Đoàn.').first()).toBeVisible()
  await expect(youth.getByText('Đã hủy', { exact: true }).first()).toBeVisible()
  await expect(youth.getByRole('button', { name: 'Cập nhật' })).toBeHidden()
  await open(youth, '/')
  await expect(card(youth, 'Việc của đơn vị tôi')).not.toContainText(task.title)
})

test('on paper the list is a table with nothing of the frame', async ({ as }) => {
  const page = await as('chinhsach')
  await open(page, '/viec?xem=danh-sach')
  await expect(rows(page).first()).toBeVisible()
  await page.setViewportSize({ width: 624, height: 900 })
  await page.emulateMedia({ media: 'print' })
  const table = page.getByRole('table', { name: 'Việc' })
  await expect(table).toBeVisible()
  // The task's name, not one word a line.
  const name = await table.locator('tbody').getByRole('row').first().getByRole('cell').first().boundingBox()
  expect(name!.width).toBeGreaterThan(150)
  await expect(page.getByText('Đến nội dung chính')).toBeHidden()
  await expect(page.getByRole('navigation')).toHaveCount(0)
})
