// The audit log as those who answer for it read it: sentences, filters that come back, files.
import { readFile } from 'node:fs/promises'
import { expectAccessible } from './support/axe.ts'
import { sharedTask, type Row } from './support/api.ts'
import { addChild, neighborhood, wardOf } from './support/children.ts'
import { expect, heading, isPhone, open, test, type Page } from './support/test.ts'

test.describe.configure({ timeout: 120_000 })

const PATH = '/quan-tri/nhat-ky'

/** A line of the log: of the table on the desk, of the list on the phone. */
const line = (page: Page, text: string | RegExp) =>
  page.getByRole('main').getByRole('row').or(page.getByRole('main').getByRole('listitem')).filter({ hasText: text })

/** The filters, which the phone folds. */
async function unfold(page: Page): Promise<void> {
  const summary = page.locator('summary', { hasText: /^Lọc/ })
  if (isPhone(page) && !(await page.getByLabel('Từ ngày').isVisible())) await summary.click()
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await unfold(page)
  await page.getByRole('combobox', { name: label, exact: true }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

test('the leader reads who did what, filters it, and finds the filter again', async ({ as, api }) => {
  const officer = await api('chinhsach')
  const task: Row = await sharedTask(officer)
  await officer.post(`/tasks/${task.id}/remind`, {})
  const khupho = await api('khupho1')
  await khupho.get('/users').catch(() => undefined)

  const leader = await as('lanhdao')
  await open(leader, PATH)
  await expect(heading(leader, 'Nhật ký')).toBeVisible()
  await expectAccessible(leader)
  const reminded = line(leader, /đã đôn đốc một nhiệm vụ/).first()
  await expect(reminded).toBeVisible()

  await test.step('the words of the program are folded', async () => {
    await expect(reminded.getByText('tasks.remind')).toBeHidden()
    await reminded.locator('summary').click()
    await expect(reminded.getByText('tasks.remind')).toBeVisible()
    await expectAccessible(leader)
  })

  await test.step('filters narrow it down', async () => {
    await choose(leader, 'Kết quả', 'Bị từ chối')
    await expect(line(leader, /bị từ chối khi xem người dùng, đơn vị/).first()).toBeVisible()
    await expect(line(leader, 'đã đôn đốc')).toHaveCount(0)
    await choose(leader, 'Nội dung', 'Việc')
    await expect(leader.getByText('Không có dòng nhật ký nào khớp.')).toBeVisible()
    await leader.getByRole('main').getByRole('button', { name: 'Bỏ lọc' }).first().click()
    await choose(leader, 'Nội dung', 'Việc')
    await choose(leader, 'Việc đã làm', 'đôn đốc một nhiệm vụ')
    await expect(line(leader, 'đã đôn đốc').first()).toBeVisible()
    await expect(line(leader, 'đã giao')).toHaveCount(0)
  })

  await test.step('they come back, and the row leads to its task', async () => {
    await line(leader, 'đã đôn đốc').first().getByRole('link').click()
    await expect(heading(leader, task.title)).toBeVisible()
    await open(leader, PATH)
    await expect(leader).toHaveURL(/viec=tasks.remind/)
    await expect(line(leader, 'đã đôn đốc').first()).toBeVisible()
    await expect(line(leader, 'đã giao')).toHaveCount(0)
  })

  await test.step('the files hold what the filter shows', async () => {
    for (const [name, format] of [
      ['Excel (.xlsx)', 'xlsx'],
      ['CSV (.csv)', 'csv'],
    ] as const) {
      await leader.getByRole('button', { name: 'Xuất tệp' }).click()
      const download = leader.waitForEvent('download')
      await leader.getByRole('menuitem', { name }).click()
      const file = await download
      expect(file.suggestedFilename()).toMatch(new RegExp(`^nhat-ky-\\d{4}-\\d\\d-\\d\\d\\.${format}$`))
      const bytes = await readFile(await file.path())
      if (format === 'xlsx') expect(bytes.subarray(0, 2).toString()).toBe('PK')
      else expect(bytes.toString()).toContain('tasks.remind')
    }
    await unfold(leader)
    await leader.getByRole('main').getByRole('button', { name: 'Bỏ lọc' }).first().click()
    await expect(leader).toHaveURL(new RegExp(`${PATH}$`))
    await open(leader, PATH)
    await expect(leader).toHaveURL(new RegExp(`${PATH}$`))
  })
})

test('the officer sees their own rows, the administrator no child', async ({ as, api }) => {
  const desk = await api('chinhsach')
  const ward = await wardOf(desk)
  const child = await addChild(desk, {
    full_name: 'Khổng Gia Minh',
    sex: 'male',
    neighborhood_id: neighborhood(ward, 'Khu phố 1').id,
  })
  await desk.get(`/children/${child.id}`)
  await (await api('doan')).get('/tasks')

  const officer = await as('chinhsach')
  await open(officer, PATH)
  const own = line(officer, 'đã xem hồ sơ một trẻ em').first()
  await expect(own.getByRole('link')).toHaveAttribute('href', `/tre-em/${child.id}`)
  await unfold(officer)
  await expect(officer.getByRole('combobox', { name: 'Người làm' })).toHaveCount(0)
  await expect(line(officer, 'Phạm Ngọc Ánh đã đăng nhập')).toHaveCount(0)
  await expectAccessible(officer)

  const admin = await as('quantri')
  await open(admin, PATH)
  const look = line(admin, 'đã xem hồ sơ một trẻ em').first()
  await expect(look).toBeVisible()
  await expect(look.getByRole('link')).toHaveCount(0)
  await unfold(admin)
  await expect(admin.getByRole('combobox', { name: 'Người làm', exact: true })).toBeVisible()
  await expect(admin.getByRole('main')).not.toContainText('Khổng')
})
