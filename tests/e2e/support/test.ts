// What every journey starts from: `import { test, expect } from './support/test.ts'`.
import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { signInToApi, type Api } from './api.ts'
import { makeDemoData, startServer, type Server } from './server.ts'

export { expect, type Page } from '@playwright/test'

/** Of all demo accounts (docs: `3-api.md`, shown on the sign-in page). */
export const PASSWORD = 'BaDinh@2024!'

interface Journey {
  server: Server
  /** A device of its own on which this person is signed in, at the home page. */
  as(username: string): Promise<Page>
  /** The same person beside the browser: what the server really holds, and what must be there before. */
  api(username: string): Promise<Api>
  /** What a page has shouted: uncaught errors, refused policies. Empty at the end of every test. */
  noise: string[]
}

export const test = base.extend<Journey & { ends: void }, { demoData: string }>({
  demoData: [
    async ({}, use) => {
      const dir = await makeDemoData()
      await use(dir)
      await rm(dirname(dir), { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  // A server a test: no test sees what another has done.
  server: async ({ demoData }, use) => {
    const server = await startServer(demoData)
    await use(server)
    await server.stop()
  },
  baseURL: async ({ server }, use) => {
    await use(server.url)
  },
  noise: async ({}, use) => {
    await use([])
  },
  page: async ({ page, noise }, use) => {
    listen(page, noise)
    await use(page)
  },
  as: async ({ browser, noise }, use) => {
    const pages: Page[] = []
    await use(async (username) => {
      const page = await (await browser.newContext()).newPage()
      pages.push(page)
      listen(page, noise)
      await signIn(page, username)
      return page
    })
    for (const page of pages) await page.context().close()
  },
  api: async ({ server }, use) => {
    await use((username) => signInToApi(server.url, username, PASSWORD))
  },
  ends: [
    async ({ server, noise }, use, info) => {
      await use()
      if (info.status !== info.expectedStatus) {
        await info.attach('server.log', { body: await server.log(), contentType: 'text/plain' })
      }
      expect(noise, 'errors in the browser').toEqual([])
    },
    { auto: true },
  ],
})

/** A refused request is part of many journeys and asserted there; the rest is never right. */
function listen(page: Page, noise: string[]): void {
  page.on('pageerror', (error) => noise.push(`${page.url()} ${error.message}`))
  page.on('console', (message) => {
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return
    noise.push(`${page.url()} ${message.text()}`)
  })
}

/** Signs in through the page, as a person does. */
export async function signIn(page: Page, username: string, password = PASSWORD): Promise<void> {
  await page.goto('/dang-nhap')
  await giveName(page, username, password)
  await page.waitForURL((url) => url.pathname !== '/dang-nhap')
}

export async function giveName(page: Page, username: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
}

/** Opens a page by its address and waits for its heading. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

/** A short message at the bottom of the page. */
export const message = (page: Page, text: string | RegExp) => page.getByText(text).first()

export const isPhone = (page: Page) => (page.viewportSize()?.width ?? 0) < 768

/** A card, told by its heading. */
export const card = (page: Page, name: string | RegExp) => page.getByRole('region', { name })

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Tài khoản của/ }).click()
  // The page is loaded anew, so that nothing of the person stays in its memory: what is typed before would be lost.
  const anew = page.waitForEvent('load')
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
  await anew
  await page.waitForURL('**/dang-nhap')
}
