import { expectAccessible } from './support/axe.ts'
import { card, expect, heading, isPhone, open, test, type Page } from './support/test.ts'

test.describe.configure({ timeout: 120_000 })

/** Nothing is wider than the screen. */
async function expectNoSideways(page: Page): Promise<void> {
  const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
  expect(wide, 'nothing to scroll sideways').toBeLessThanOrEqual(room!)
}

const figure = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Số liệu chính' }).getByRole('link', { name: new RegExp(`^${name}`) })

async function numberIn(page: Page, name: string): Promise<number> {
  const text = await figure(page, name).locator('strong').textContent()
  return Number((text ?? '').replaceAll('.', ''))
}

test('a leader sees the whole, and each number leads to its rows', async ({ as, api }) => {
  const leader = await as('lanhdao')
  await open(leader, '/tong-quan')
  await expect(card(leader, 'Tiến độ theo đơn vị')).toBeVisible()
  await expect(card(leader, 'Trẻ em được tiếp cận')).toBeVisible()
  await expect(card(leader, 'Hồ sơ bảo vệ theo thời hạn')).toBeVisible()
  await expectNoSideways(leader)
  await expectAccessible(leader)

  await test.step('the drawing tells its figures, and has a table', async () => {
    const units = card(leader, 'Tiến độ theo đơn vị')
    await expect(units.getByRole('img', { name: /\d+ đơn vị, \d+ phần việc: \d+ xong, \d+ quá hạn\./ })).toBeVisible()
    // For a screen reader it is there from the beginning.
    const table = units.getByRole('table', { name: 'Tiến độ theo đơn vị' })
    await expect(table.getByRole('rowheader', { name: 'Khu phố 10' })).toHaveCount(1)
    await expect(table.getByRole('link')).toHaveCount(0)
    const toggle = units.getByRole('button', { name: 'Xem bảng số liệu' })
    await toggle.focus()
    await leader.keyboard.press('Enter')
    await expect(units.getByRole('button', { name: 'Ẩn bảng số liệu' })).toHaveAttribute('aria-expanded', 'true')
    await expect(table.getByRole('link').first()).toBeVisible()
    await expectNoSideways(leader)
    await expectAccessible(leader)
  })

  await test.step('late tasks are as many in the list', async () => {
    const late = await numberIn(leader, 'Việc quá hạn')
    expect(late).toBeGreaterThan(0)
    await figure(leader, 'Việc quá hạn').click()
    await expect(heading(leader, 'Việc')).toBeVisible()
    await expect(leader.getByText(`${late} việc`, { exact: true })).toBeVisible()
    await leader.goBack()
  })

  await test.step('so are those of the unit that is late longest', async () => {
    const first = card(leader, 'Đơn vị chậm lâu nhất').getByRole('listitem').first()
    const count = /(\d+) việc quá hạn/.exec((await first.textContent()) ?? '')![1]
    await first.getByRole('link').click()
    await expect(leader.getByText(`${count} việc`, { exact: true })).toBeVisible()
    await leader.goBack()
  })

  await test.step('and the events of the period', async () => {
    const seen = await (await api('lanhdao')).get('/dashboard/overview')
    expect(seen.events.total).toBeGreaterThan(0)
    await card(leader, 'Sự kiện trong kỳ')
      .getByRole('link', { name: `${seen.events.total} sự kiện` })
      .click()
    await expect(heading(leader, 'Lịch hoạt động')).toBeVisible()
    await expect(leader.getByRole('button', { name: 'Xem theo tháng' })).toBeVisible()
    await expect(leader.getByRole('main').locator('a[href^="/lich/0"]').first()).toBeVisible()
    const rows = await leader.getByRole('main').locator('a[href^="/lich/0"]').count()
    expect(rows).toBe(seen.events.total)
    await leader.getByRole('button', { name: 'Xem theo tháng' }).click()
    await expect(leader.getByRole('button', { name: 'Xem theo tháng' })).toBeHidden()
  })
})

test('plan and period are kept in the address', async ({ as, api }) => {
  const officer = await as('chinhsach')
  const { from } = await (await api('chinhsach')).get('/dashboard/overview')
  await open(officer, '/tong-quan')
  const first = officer.getByLabel('Từ ngày')
  await expect(first).toHaveValue(from.split('-').reverse().join('/'))
  await officer.getByRole('combobox', { name: 'Kế hoạch' }).click()
  await officer.getByRole('option', { name: 'Tất cả việc của phường' }).click()
  await expect(officer).toHaveURL(/ke-hoach=tat-ca/)
  await first.fill('01/01/2026')
  await first.press('Tab')
  await expect(officer).toHaveURL(/tu=2026-01-01/)
  await officer.reload()
  await expect(officer.getByLabel('Từ ngày')).toHaveValue('01/01/2026')
  await officer.getByRole('button', { name: 'Cả kỳ kế hoạch' }).click()
  await expect(officer).toHaveURL(/\/tong-quan$/)
})

test('on paper it is a few sheets with the ward, the moment and the figures', async ({ as }) => {
  const leader = await as('lanhdao')
  await open(leader, '/tong-quan')
  await expect(card(leader, 'Tiến độ theo đơn vị')).toBeVisible()
  await leader.emulateMedia({ media: 'print' })
  await expect(leader.getByText('UBND Phường Ba Đình')).toBeVisible()
  await expect(leader.getByText(/in lúc \d\d:\d\d \d\d\/\d\d\/\d{4}/)).toBeVisible()
  await expect(leader.getByRole('button', { name: 'In trang này' })).toBeHidden()
  const table = card(leader, 'Tiến độ theo đơn vị').getByRole('table')
  await expect(table.getByRole('rowheader', { name: 'Khu phố 10' })).toBeVisible()
  const sheets = (await leader.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []
  expect(sheets.length).toBeLessThanOrEqual(3)
  await leader.emulateMedia({ media: null })
})

test('the upper level sees a row a ward, in numbers', async ({ as }) => {
  const above = await as('captren')
  if (!isPhone(above)) {
    await above.getByRole('link', { name: 'Tổng quan', exact: true }).first().click()
  } else await open(above, '/tong-quan')
  await expect(heading(above, 'Tổng quan')).toBeVisible()
  await expect(card(above, 'Tiến độ của các phường')).toContainText('Phường Ba Đình')
  const detail = card(above, 'Số liệu từng phường')
  await expect(detail).toContainText('Hồ sơ đang mở')
  await expect(above.getByText('Khu phố', { exact: false })).toHaveCount(0)
  await expectNoSideways(above)
  await expectAccessible(above)
})

test('others see what is theirs, and who has nothing is told so', async ({ as }) => {
  const head = await as('khupho1')
  await head.setViewportSize({ width: 320, height: 700 })
  await open(head, '/tong-quan')
  await expect(card(head, 'Tiến độ theo đơn vị')).toContainText('Khu phố 1')
  await expect(card(head, 'Tiến độ theo đơn vị')).not.toContainText('Khu phố 2')
  await expect(card(head, 'Hồ sơ bảo vệ theo thời hạn')).toHaveCount(0)
  await expectNoSideways(head)
  const admin = await as('quantri')
  await open(admin, '/tong-quan')
  await expect(admin.getByText('Vai trò của anh/chị không có số liệu nào ở trang này.')).toBeVisible()
})
