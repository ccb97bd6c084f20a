import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expectAccessible } from './support/axe.ts'
import { expect, heading, message, open, test, type Page } from './support/test.ts'

// A job wakes every half minute.
test.describe.configure({ timeout: 180_000 })

const row = (page: Page, text: string | RegExp) =>
  page.getByRole('main').getByRole('row').or(page.getByRole('main').getByRole('listitem')).filter({ hasText: text })

async function act(page: Page, whom: string, what: string): Promise<void> {
  await page.getByRole('button', { name: `Thao tác với ${whom}`, exact: true }).click()
  await page.getByRole('menuitem', { name: what, exact: true }).click()
}

interface Heard {
  headers: IncomingHttpHeaders
  body: string
}

/** A receiver on this machine that keeps what it is sent. */
async function receiver() {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => (body += text))
    request.on('end', () => {
      heard.push({ headers: request.headers, body })
      response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/bup`, heard, close: () => server.close() }
}

test('a machine gets an account, signs in with it, and loses it', async ({ as, server }) => {
  const admin = await as('quantri')
  await open(admin, '/quan-tri/tai-khoan-may')
  await expect(admin.getByText('Chưa có phần mềm nào được kết nối.')).toBeVisible()
  await admin.getByRole('button', { name: 'Thêm tài khoản máy' }).click()
  const dialog = admin.getByRole('dialog', { name: 'Thêm tài khoản máy' })
  await dialog.getByRole('button', { name: 'Tạo tài khoản' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Chọn ít nhất một quyền')
  await dialog.getByLabel('Tên phần mềm').fill('Phần mềm của thị xã')
  await dialog.getByLabel('Xem kế hoạch').check()
  await dialog.getByLabel('Chỉ dùng từ các địa chỉ').fill('127.0.0.1/8')
  await expectAccessible(admin)
  await dialog.getByRole('button', { name: 'Tạo tài khoản' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Hãy nhập địa chỉ IP')
  await dialog.getByLabel('Chỉ dùng từ các địa chỉ').fill('127.0.0.1')
  await dialog.getByRole('button', { name: 'Tạo tài khoản' }).click()

  const shown = admin.getByRole('dialog', { name: 'Mã bí mật' })
  const client_id = await shown.getByLabel('Mã tài khoản (client_id)').innerText()
  const client_secret = await shown.getByLabel('Mã bí mật (client_secret)').innerText()
  await shown.getByRole('button', { name: 'Tôi đã chép lại' }).click()
  const line = row(admin, 'Phần mềm của thị xã')
  await expect(line).toContainText('chưa dùng lần nào')

  const ask = async () => {
    const form = new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret })
    return fetch(`${server.url}/api/v1/auth/token`, { method: 'POST', body: form })
  }
  const { access_token } = (await (await ask()).json()) as { access_token: string }
  const get = (path: string) =>
    fetch(`${server.url}/api/v1${path}`, { headers: { authorization: `Bearer ${access_token}` } })
  expect((await get('/plans')).status).toBe(200)
  expect((await get('/children')).status).toBe(403)
  await admin.reload()
  await expect(row(admin, 'Phần mềm của thị xã')).toContainText('từ 127.0.0.1')

  await act(admin, 'Phần mềm của thị xã', 'Thu hồi')
  const sure = admin.getByRole('dialog', { name: 'Thu hồi tài khoản của Phần mềm của thị xã?' })
  await sure.getByLabel('Lý do').fill('Hết hợp đồng')
  await sure.getByRole('button', { name: 'Thu hồi', exact: true }).click()
  await expect(message(admin, 'Đã thu hồi tài khoản máy')).toBeVisible()
  await expect(row(admin, 'Phần mềm của thị xã')).toContainText('Đã thu hồi')
  expect((await get('/plans')).status).toBe(401)
  expect((await ask()).status).toBe(401)
  await open(admin, '/quan-tri/nhat-ky')
  await expect(admin.getByText(/Phần mềm của thị xã .*đã đăng nhập \(phần mềm\)/).first()).toBeVisible()
})

test('a webhook is tried, its message comes signed, and is sent again', async ({ as }) => {
  const machine = await receiver()
  const admin = await as('quantri')
  await open(admin, '/quan-tri/webhook')
  await admin.getByRole('button', { name: 'Thêm webhook' }).click()
  const dialog = admin.getByRole('dialog', { name: 'Thêm webhook' })
  await dialog.getByLabel('Địa chỉ nhận').fill(machine.url)
  await dialog.getByLabel('Báo cáo được gửi lên trên').check()
  await expectAccessible(admin)
  await dialog.getByRole('button', { name: 'Tạo webhook' }).click()
  const shown = admin.getByRole('dialog', { name: 'Mã bí mật' })
  const secret = await shown.getByLabel('Mã ký (secret)').innerText()
  await shown.getByRole('button', { name: 'Tôi đã chép lại' }).click()
  await expect(row(admin, machine.url)).toContainText('Đang bật')

  await act(admin, machine.url, 'Gửi tin thử')
  await expect(heading(admin, 'Nhật ký gửi')).toBeVisible()
  await expect(row(admin, 'Tin thử')).toContainText(/Đang chờ gửi|Đã nhận/)
  await expect(row(admin, 'Tin thử')).toContainText('Đã nhận', { timeout: 90_000 })
  await expect(row(admin, 'Tin thử')).toContainText('mã 204')
  const [first] = machine.heard
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = first!.headers
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64')
  const expected = createHmac('sha256', key)
    .update(`${String(id)}.${String(at)}.${first!.body}`)
    .digest('base64')
  expect(signature).toBe(`v1,${expected}`)
  await expectAccessible(admin)

  await admin.getByRole('button', { name: 'Gửi lại' }).click()
  await expect(message(admin, 'Tin sẽ được gửi lại trong vòng một phút')).toBeVisible()
  await expect.poll(() => machine.heard.length, { timeout: 90_000 }).toBe(2)
  expect(machine.heard[1]!.headers['webhook-id']).toBe(id)

  await open(admin, '/quan-tri/webhook')
  await act(admin, machine.url, 'Tắt')
  await admin
    .getByRole('dialog', { name: 'Tắt webhook này?' })
    .getByRole('button', { name: 'Tắt', exact: true })
    .click()
  await expect(row(admin, machine.url)).toContainText('Đã tắt')
  machine.close()
})
