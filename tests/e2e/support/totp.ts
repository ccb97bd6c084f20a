// RFC 6238: the six digits that the app on the phone shows (SHA-1, 30 seconds).
import { expectAccessible } from './axe.ts'
import { expect, heading, type Page } from './test.ts'
import { createHmac } from 'node:crypto'

export function totp(secret: string, at = Date.now()): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const offset = mac[19]! & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

function fromBase32(text: string): Buffer {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = Array.from(text.toUpperCase().replace(/[^A-Z2-7]/g, ''), (c) =>
    alphabet.indexOf(c).toString(2).padStart(5, '0'),
  )
  const bytes = bits.join('').match(/.{8}/g) ?? []
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)))
}

/** Sets one-time codes up, as whoever must have them does at the first sign-in. */
export async function setUpCodes(page: Page, password: string): Promise<void> {
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  const secret = await page.getByLabel('Khóa bí mật').innerText()
  await page.getByLabel('Mã 6 số trên điện thoại').fill(totp(secret))
  await page.getByRole('button', { name: 'Xác nhận' }).click()
  await expect(heading(page, 'Mã dự phòng')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Tôi đã cất các mã này' }).click()
  await expect(page.getByRole('button', { name: /^Tài khoản của/ })).toBeVisible()
}
