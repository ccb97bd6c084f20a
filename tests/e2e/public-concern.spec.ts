// Anybody tells the ward about a child, without an account: on a phone, on a bad network, on a busy server; and a service
// without an account answers through a link.
import { expectAccessible } from './support/axe.ts'
import { addChild, neighborhood, wardOf } from './support/children.ts'
import type { Row } from './support/api.ts'
import { card, expect, heading, message, open, test, type Page } from './support/test.ts'

const CODE = /^[2-9A-HJKMNP-TV-Z]{4}(-[2-9A-HJKMNP-TV-Z]{4}){2}$/
const send = (page: Page) => page.getByRole('button', { name: 'Gửi tin', exact: true })
const kept = (page: Page) =>
  page.evaluate(() => JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }))

test('told in under a minute, followed by its code, nothing left in the browser', async ({ page, api }) => {
  await open(page, '/dang-nhap')
  await page.getByRole('link', { name: /^Báo tin về trẻ em/ }).click()
  await expect(heading(page, 'Báo tin về trẻ em')).toBeVisible()
  await expect(page.getByRole('link', { name: /^Gọi 111/ })).toHaveAttribute('href', 'tel:111')
  await expect(page.getByRole('link', { name: /^Gọi 113/ })).toHaveAttribute('href', 'tel:113')
  // The ward's own number, as the administrator gave it.
  await expect(page.getByRole('link', { name: /^Gọi 0237 000 111/ })).toHaveAttribute('href', 'tel:0237000111')
  await expectAccessible(page)

  await test.step('what is missing is told at its field', async () => {
    await send(page).click()
    await expect(page.getByText('Viết một câu: chuyện gì đã xảy ra')).toBeVisible()
    await expect(page.getByLabel('Chuyện gì đã xảy ra?')).toBeFocused()
  })

  await test.step('a draft outlives a page loaded anew, in this tab alone', async () => {
    await page.getByLabel('Chuyện gì đã xảy ra?').fill('Cháu bé cạnh nhà hay bị đánh')
    await page.getByLabel('Ở đâu?').fill('Ngõ 12 phố Đội Cấn')
    await page.reload()
    await expect(page.getByText('Tin này viết dở lần trước và CHƯA được gửi.')).toBeVisible()
    await expect(page.getByLabel('Ở đâu?')).toHaveValue('Ngõ 12 phố Đội Cấn')
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('Cấn')
  })

  await page.getByLabel('Tên trẻ, nếu biết').fill('Bé Na')
  await page.getByLabel('Tuổi, nếu biết').fill('bảy')
  await page.getByLabel('Trẻ đang gặp nguy hiểm ngay lúc này').check()
  await expect(page.getByText(/^Phường sẽ xem tin này trước/)).toBeVisible()
  await page.getByText('Không bắt buộc. Anh/chị có thể giấu tên.').click()
  await page.getByLabel('Số điện thoại').fill('0912345678')
  await send(page).click()
  await expect(page.getByText('Ghi tuổi bằng số từ 0 đến 17, hoặc để trống')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('Tuổi, nếu biết').fill('7')
  await send(page).click()

  await expect(heading(page, 'Phường đã nhận được tin')).toBeVisible()
  const code = await page.getByText(CODE).innerText()
  await expectAccessible(page)
  expect(await kept(page), 'nothing stays once it is sent').not.toMatch(/Na|Cấn|0912345678/)

  await test.step('the desk has it', async () => {
    const officer = await api('chinhsach')
    const [row] = (await officer.get('/concerns')).items
    expect([row.received_via, row.danger_level, row.is_suspect]).toEqual(['public_form', 'emergency', false])
    const one: Row = await officer.get(`/concerns/${row.id}`)
    expect([one.child.full_name, one.child.estimated_age, one.reporter.phone]).toEqual(['Bé Na', 7, '0912345678'])
  })

  await test.step('the code says how far it is, and never stands in the address', async () => {
    await page.getByRole('link', { name: 'Mở trang theo dõi' }).click()
    await expect(heading(page, 'Theo dõi tin đã báo')).toBeVisible()
    await page.getByLabel('Mã theo dõi').fill(code.slice(0, 4))
    await page.getByRole('button', { name: 'Xem', exact: true }).click()
    await expect(page.getByText('Mã gồm 12 chữ và số. Xem lại giúp.')).toBeVisible()
    await page.getByLabel('Mã theo dõi').fill(code.toLowerCase().replaceAll('-', ' '))
    await page.getByRole('button', { name: 'Xem', exact: true }).click()
    await expect(page.getByText(/UBND phường đã nhận được thông tin/)).toBeVisible()
    expect(page.url()).not.toContain(code.slice(0, 4))
    await expectAccessible(page)
    await page.getByLabel('Mã theo dõi').fill('AAAA-AAAA-AAAA')
    await page.getByRole('button', { name: 'Xem', exact: true }).click()
    await expect(page.getByText(/^Không có mã này/)).toBeVisible()
  })
})

test('without a network it is kept and sent by itself; an answer that was lost makes no second one', async ({
  page,
  api,
}) => {
  const officer = await api('chinhsach')
  const before = (await officer.get('/concerns?limit=1')).total
  await open(page, '/bao-tin')
  await page.getByLabel('Chuyện gì đã xảy ra?').fill('Trẻ bị bỏ ở nhà một mình')
  await page.context().setOffline(true)
  await send(page).click()
  await expect(page.getByText('CHƯA gửi được: không có mạng')).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('gọi 111 hoặc 113')
  await expectAccessible(page)

  // The first send that gets through loses its answer.
  let lost = 0
  await page.route('**/api/v1/public/concerns', async (route) => {
    if (lost > 0) return route.continue()
    lost += 1
    await route.fetch()
    await route.abort('connectionreset')
  })
  await page.context().setOffline(false)
  await expect(heading(page, 'Phường đã nhận được tin')).toBeVisible({ timeout: 40_000 })
  expect(lost).toBe(1)
  expect((await officer.get('/concerns?limit=1')).total).toBe(before + 1)
})

test('a busy server gets its number; a program that fills the hidden field is marked', async ({
  page,
  api,
  server,
}) => {
  const flood = () =>
    fetch(`${server.url}/api/v1/public/concerns`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ narrative: 'x' }),
    })
  for (let i = 0; i < 6; i += 1) await flood()
  expect((await flood()).status).toBe(429)
  await open(page, '/bao-tin')
  await page.getByLabel('Chuyện gì đã xảy ra?').fill('Tin thật giữa lúc máy chủ bận')
  await page.locator('#website').evaluate((field: HTMLInputElement) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, 'http://spam')
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
  // Beyond that it says when it tries again, and does.
  let refused = 0
  await page.route('**/api/v1/public/concerns', async (route) => {
    if (refused > 0) return route.continue()
    refused += 1
    const body = JSON.stringify({ code: 'rate_limited', status: 429, title: 'x', detail: 'x', errors: [] })
    await route.fulfill({ status: 429, headers: { 'retry-after': '3', 'content-type': 'application/json' }, body })
  })
  await send(page).click()
  await expect(page.getByText(/^Máy chủ đang quá bận. Trang này tự gửi lại sau \d giây/)).toBeVisible()
  await expect(heading(page, 'Phường đã nhận được tin')).toBeVisible({ timeout: 30_000 })
  const [row] = (await (await api('chinhsach')).get('/concerns')).items
  expect(row.is_suspect).toBe(true)
})

test('who must hide it leaves quickly, and nothing is there to come back to', async ({ page }) => {
  await open(page, '/bao-tin')
  await page.getByLabel('Chuyện gì đã xảy ra?').fill('Bí mật của tôi')
  await page.getByRole('button', { name: 'Thoát nhanh' }).click()
  await expect(page).toHaveURL('about:blank')
  await open(page, '/bao-tin')
  await expect(page.getByLabel('Chuyện gì đã xảy ra?')).toHaveValue('')
})

test('a service without an account answers once, through a link whose token leaves the address', async ({
  page,
  api,
}) => {
  const officer = await api('chinhsach')
  const ward = await wardOf(officer)
  const child = await addChild(officer, {
    full_name: 'Cù Thị Ngân',
    neighborhood_id: neighborhood(ward, 'Khu phố 3').id,
  })
  const told: Row = await officer.post('/concerns', { narrative: 'Trẻ cần hỗ trợ tâm lý' })
  const { case_id } = await officer.post(`/concerns/${told.id}/screen`, { decision: 'open_case', child_id: child.id })
  await officer.post(`/cases/${case_id}/refer`, {
    service: 'psychology',
    to: 'Trung tâm Công tác xã hội',
    purpose: 'Đánh giá tâm lý cho trẻ',
    shared: [{ label: 'Năm sinh', value: '2016' }],
    contact: 'Lê Thu Hà, 0912 000 111',
  })
  const folder: Row = await officer.get(`/cases/${case_id}/folder`)
  const { token } = await officer.post(`/cases/${case_id}/referrals/${folder.referrals[0].id}/link`, {})

  await open(page, `/tra-loi#${token}`)
  await expect(heading(page, 'Đề nghị phối hợp hỗ trợ trẻ em')).toBeVisible()
  expect(page.url()).not.toContain(token)
  await expect(card(page, 'Hỗ trợ tâm lý')).toContainText('Đánh giá tâm lý cho trẻ')
  await expect(page.getByText('2016', { exact: true })).toBeVisible()
  await expect(page.getByText('Cù Thị Ngân')).toHaveCount(0)
  await expectAccessible(page)
  const go = page.getByRole('button', { name: 'Gửi trả lời' })
  await go.click()
  await expect(page.getByText('Chọn nhận hay không nhận')).toBeVisible()
  await page.getByLabel('Không nhận được').check()
  await page.getByLabel('Họ tên người trả lời').fill('Đỗ Minh Tâm')
  await go.click()
  await expect(page.getByText('Ghi vì sao không nhận được')).toBeVisible()
  await page.getByLabel('Nhận phối hợp').check()
  await go.click()
  await expect(heading(page, 'Đã gửi trả lời')).toBeVisible()
  await expect(message(page, /nhận phối hợp và sẽ liên hệ/)).toBeVisible()

  await page.goto('/bao-tin')
  await open(page, `/tra-loi#${token}`)
  await expect(heading(page, 'Liên kết không dùng được nữa')).toBeVisible()
  await page.goto('/bao-tin')
  await open(page, '/tra-loi')
  await expect(heading(page, 'Chưa có liên kết')).toBeVisible()
  const after: Row = await officer.get(`/cases/${case_id}/folder`)
  expect([after.referrals[0].status, after.referrals[0].answered_by]).toEqual(['accepted', 'Đỗ Minh Tâm'])
})
