import { execFileSync } from 'node:child_process'
import { defineConfig } from '@playwright/test'
import { fromRoot } from './support/server.ts'

/** What is a program itself, and has no screen. */
const PROGRAMS = 'example-client.spec.ts'

export default defineConfig({
  testMatch: '*.spec.ts',
  outputDir: 'test-results',
  reporter: [['list'], ['html', { outputFolder: 'playwright-report', open: 'never' }]],
  forbidOnly: true,
  // Two browsers, two servers and the machine's other work share two cores: what only then fails is tried once more,
  // and listed as flaky at the end. To look for such: --repeat-each=20 --retries=0, with two busy loops beside.
  retries: 1,
  // Every worker has a server and data of its own (support/test.ts).
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    // A trace takes a fifth of the time of a run; E2E_TRACE=1 records one for whoever looks for a fault.
    trace: process.env['E2E_TRACE'] ? 'retain-on-failure' : 'off',
    // The system's browser: nothing is downloaded.
    launchOptions: { executablePath: chromium() },
  },
  projects: [
    {
      name: 'phone',
      testIgnore: PROGRAMS,
      use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    },
    { name: 'desktop', testIgnore: PROGRAMS, use: { viewport: { width: 1366, height: 768 } } },
    { name: 'program', testMatch: PROGRAMS },
  ],
})

function chromium(): string {
  try {
    return execFileSync(fromRoot('scripts/find-chromium'), { encoding: 'utf8' }).trim()
  } catch {
    throw new Error('No Chromium found: run scripts/install-test-tools, or name one by CHROMIUM.')
  }
}
