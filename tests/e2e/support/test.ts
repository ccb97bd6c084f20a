// What every journey starts from: `import { test, expect } from './support/test.ts'`.
import { test as base, type Page } from '@playwright/test'
import { startServer, type Server } from './server.ts'

export { expect } from '@playwright/test'

/** Of all demo accounts (docs: `3-api.md`, shown on the sign-in page). */
const PASSWORD = 'BaDinh@2024!'

export const test = base.extend<{ serverLog: void }, { server: Server }>({
  // One server a worker: the phone's journeys and the desktop's do not see each other's data.
  server: [
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ server }, use) => {
    await use(server.url)
  },
  serverLog: [
    async ({ server }, use, info) => {
      await use()
      if (info.status !== info.expectedStatus) {
        await info.attach('server.log', { body: await server.log(), contentType: 'text/plain' })
      }
    },
    { auto: true },
  ],
})

/** Signs in through the page, as a person does. */
export async function signIn(page: Page, username: string): Promise<void> {
  await page.goto('/dang-nhap')
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.waitForURL((url) => url.pathname !== '/dang-nhap')
}
