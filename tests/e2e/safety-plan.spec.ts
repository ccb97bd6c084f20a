import type { Api, Row } from './support/api.ts'
import { expectAccessible } from './support/axe.ts'
import { card, expect, heading, isPhone, message, open, test, type Page } from './support/test.ts'

// Several people sign in, each on a device of their own.
test.describe.configure({ timeout: 120_000 })

/** A swimming class of the Youth Union in three weeks, proposed to the leader. */
async function proposed(officer: Api): Promise<Row> {
  const { today } = await officer.get('/me')
  const day = new Date(Date.parse(today) + 21 * 86_400_000).toISOString().slice(0, 10)
  const event = await officer.post('/events', {
    title: 'Ngày hội bơi an toàn',
    kind: 'festival',
    starts_at: `${day}T01:00:00Z`,
    ends_at: `${day}T04:00:00Z`,
    place: 'Bể bơi Trường THCS Ba Đình',
    expected_children: 120,
    expected_adults: 12,
    conditions: { near_water: true, outdoors: true },
  })
  return officer.post(`/events/${event.id}/propose`, {})
}

/** Every point of the checklist, by the page itself: so many taps one by one would only try the machine. */
async function answerAll(page: Page): Promise<void> {
  const ready = page.getByRole('radio', { name: 'Sẵn sàng', exact: true })
  await expect(ready.first()).toBeVisible()
  await ready.evaluateAll((inputs) => inputs.forEach((input) => (input as HTMLInputElement).click()))
  await expect(page.getByRole('radio', { name: 'Sẵn sàng', exact: true, checked: true })).toHaveCount(
    await ready.count(),
  )
}

const fill = async (page: Page, name: string, phone: string) => {
  const officer = page.getByRole('group', { name: 'Người phụ trách 1', exact: true })
  await officer.getByLabel('Họ và tên').fill(name)
  await officer.getByLabel('Số điện thoại').fill(phone)
  await officer.getByLabel('Nhiệm vụ, vị trí').fill('Chỉ huy chung')
}

test('a crowd by the water waits for the police, who draft and approve; then the leader may', async ({ as, api }) => {
  const event = await proposed(await api('chinhsach'))
  const leader = await api('lanhdao')
  await expect(leader.post(`/events/${event.id}/approve`, {})).rejects.toThrow('safety_plan_missing')

  const page = await as('congan')
  await open(page, '/phuong-an-an-toan')
  await expect(page.getByText('120 trẻ, 12 người lớn').or(page.getByText('Cần lập')).first()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Ngày hội bơi an toàn', exact: true }).click()
  await expect(heading(page, 'Phương án an toàn')).toBeVisible()
  await expect(page.getByText('Thiếu người lớn: dự kiến 12, cần ít nhất 30.')).toBeVisible()
  await expectAccessible(page)

  await test.step('what is not ready cannot be approved, and stands there by its name', async () => {
    await answerAll(page)
    const water = card(page, 'Cứu hộ dưới nước')
    await water.getByRole('radio', { name: 'Chưa có', exact: true }).first().check()
    await page.getByRole('button', { name: 'Lưu phương án' }).click()
    await expect(message(page, 'Đã lưu phương án')).toBeVisible()
    await expect(page.getByText('Chưa duyệt được: còn 2 mục')).toBeVisible()
    await expect(page.getByText('Chưa có người phụ trách nào có số điện thoại')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Duyệt phương án' })).toBeHidden()
    await expectAccessible(page)
  })

  await test.step('completed, it is approved with its number', async () => {
    await page.getByRole('button', { name: 'Sửa phương án' }).click()
    const water = card(page, 'Cứu hộ dưới nước')
    await water.getByRole('radio', { name: 'Sẵn sàng', exact: true }).first().check()
    await fill(page, 'Trần Văn Bảo', '12')
    await page.getByRole('button', { name: 'Lưu phương án' }).click()
    await expect(page.getByRole('alert')).toContainText('Số điện thoại gồm 10 số')
    await fill(page, 'Trần Văn Bảo', '0912 345 678')
    await page.getByRole('button', { name: 'Lưu phương án' }).click()
    await expect(page.getByRole('button', { name: 'Duyệt phương án' })).toBeVisible()
    await page.getByRole('button', { name: 'Duyệt phương án' }).click()
    const dialog = page.getByRole('dialog', { name: 'Duyệt phương án' })
    await dialog.getByRole('button', { name: 'Duyệt phương án' }).click()
    await expect(dialog.getByRole('alert')).toContainText('Nhập số văn bản')
    await expectAccessible(page)
    await dialog.getByLabel('Số văn bản').fill('12/PA-CAP')
    await dialog.getByRole('button', { name: 'Duyệt phương án' }).click()
    await expect(page.getByText('Phương án đã duyệt và đúng với sự kiện hiện tại.')).toBeVisible()
    await expect(page.getByRole('link', { name: '0912345678' })).toHaveAttribute('href', 'tel:0912345678')
  })

  await test.step('the leader approves', async () => {
    const approved = await leader.post(`/events/${event.id}/approve`, {})
    expect(approved).toMatchObject({ status: 'approved', safety_plan: { holds: true, decision_number: '12/PA-CAP' } })
  })

  await test.step('the sheet for the spot', async () => {
    await page.getByRole('link', { name: 'Bản in cho hiện trường' }).click()
    await expect(heading(page, 'Ngày hội bơi an toàn')).toBeVisible()
    for (const number of ['113', '114', '115']) await expect(page.getByText(number, { exact: true })).toBeVisible()
    await expect(page.getByRole('cell', { name: '0912345678' })).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('changed after the approval, plan and event wait again', async () => {
    await page.getByRole('link', { name: 'Về phương án' }).click()
    await page.getByRole('button', { name: 'Sửa phương án' }).click()
    const sure = page.getByRole('dialog', { name: 'Sửa phương án đã duyệt?' })
    await sure.getByRole('button', { name: 'Sửa phương án' }).click()
    await page.getByLabel('Ghi chú', { exact: true }).last().fill('Tập kết ở sân bóng.')
    await page.getByRole('button', { name: 'Lưu phương án' }).click()
    await expect(page.getByText('Phương án đã lập, chờ Công an phường duyệt.')).toBeVisible()
    expect(await leader.get(`/events/${event.id}`)).toMatchObject({ status: 'proposed' })
  })
})

test('a returned plan comes back with its reason, and two who fill it in at once see both', async ({ as, api }) => {
  const [officer, police] = [await api('chinhsach'), await api('congan')]
  const event = await proposed(officer)
  const plan = `/events/${event.id}/safety-plan`
  const { topics } = await police.get(`${plan}/template`)
  const items = topics.flatMap(({ topic, points }: Row) =>
    points.map((label: string) => ({ topic, label, answer: 'ready' })),
  )
  const drafted = await police.post(plan, { items })
  await police.post(`${plan}/return`, { reason: 'Bổ sung người cứu hộ có chứng nhận.' })

  const reader = await as('chinhsach')
  await open(reader, `/lich/${event.id}/an-toan`)
  await expect(reader.getByText('Bổ sung người cứu hộ có chứng nhận.')).toBeVisible()
  await expect(reader.getByRole('button', { name: 'Lưu phương án' })).toBeHidden()

  const page = await as('congan')
  await open(page, `/lich/${event.id}/an-toan`)
  await fill(page, 'Trần Văn Bảo', '0912345678')
  await page.getByLabel('Ghi chú', { exact: true }).last().fill('Tập kết ở cổng chính.')
  await police.patch(plan, drafted.version + 1, { note: 'Tập kết ở sân bóng.' })
  await page.getByRole('button', { name: 'Lưu phương án' }).click()
  const compare = page.getByRole('dialog', { name: 'Có người vừa sửa mục này' })
  await expect(compare.getByRole('group', { name: 'Chỉ huy, sơ tán, liên lạc' })).toContainText('Tập kết ở sân bóng.')
  await compare.getByRole('radio', { name: /^Bản vừa được lưu/ }).check()
  await compare.getByRole('button', { name: 'Lưu bản đã chọn' }).click()
  await expect(message(page, 'Đã lưu phương án')).toBeVisible()
  expect(await police.get(plan)).toMatchObject({
    note: 'Tập kết ở sân bóng.',
    officers: [{ name: 'Trần Văn Bảo', phone: '0912345678' }],
  })
})

test('those who neither draft nor approve have no entry for it', async ({ as }) => {
  for (const [name, sees] of [
    ['congan', true],
    ['khupho1', false],
  ] as const) {
    const page = await as(name)
    if (isPhone(page))
      await page
        .getByRole('button', { name: 'Mở danh mục' })
        .or(page.getByRole('button', { name: 'Thêm' }))
        .first()
        .click()
    await expect(page.getByRole('link', { name: 'Phương án an toàn', exact: true })).toHaveCount(sees ? 1 : 0)
  }
})
