// The example client of openapi/example-client, as a process of its own against a real server: no browser.
import { execFile, execFileSync } from 'node:child_process'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Row } from './support/api.ts'
import { fromRoot, type Server } from './support/server.ts'
import { expect, test } from './support/test.ts'

const FOLDER = fromRoot('openapi/example-client')

test.describe.configure({ timeout: 120_000 })

let out = ''

test.beforeAll(() => {
  // What is run is what the committed document generates today.
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: FOLDER })
})

test.beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'bup-e2e-client-'))
})

test.afterEach(() => rm(out, { recursive: true, force: true }))

/** An account of the superior unit, made beside the running server as the guide tells. */
function machine(server: Server, scopes: string): { id: string; secret: string } {
  const args = ['machine', 'add', 'Phần mềm của thị xã', '--unit', 'cap-tren-bim-son', '--scopes', scopes]
  const nextYear = `${new Date().getFullYear() + 1}-01-01`
  const said = server.bup([...args, '--expires-on', nextYear])
  const read = (name: string) => new RegExp(`^${name}: (.+)$`, 'm').exec(said)?.[1] ?? ''
  return { id: read('client_id'), secret: read('client_secret') }
}

interface Ran {
  code: number
  stdout: string
  stderr: string
}

/** Stands between, as a bad day does: `spoil` may answer itself (true), or end the connection after the server did its work. */
async function badDay(server: Server, spoil: (request: IncomingMessage, answer: ServerResponse) => boolean | 'lose') {
  const between = createServer((request, answer) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const fate = spoil(request, answer)
      if (fate === true) return
      const headers = new Headers()
      for (const [name, value] of Object.entries(request.headers)) {
        if (!['host', 'connection', 'content-length', 'transfer-encoding'].includes(name))
          headers.set(name, String(value))
      }
      const body = request.method === 'POST' ? Buffer.concat(parts) : undefined
      void fetch(`${server.url}${request.url}`, { method: request.method, headers, body }).then(async (real) => {
        const text = Buffer.from(await real.arrayBuffer())
        if (fate === 'lose') return request.socket.destroy()
        const type = real.headers.get('content-type') ?? ''
        return answer.writeHead(real.status, { 'content-type': type, etag: real.headers.get('etag') ?? '' }).end(text)
      })
    })
  })
  await new Promise<void>((resolve) => between.listen(0, '127.0.0.1', resolve))
  const { port } = between.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => between.close() }
}

function run(server: { url: string }, account: { id: string; secret: string }): Promise<Ran> {
  const env = {
    PATH: process.env['PATH'],
    BUP_URL: server.url,
    BUP_CLIENT_ID: account.id,
    BUP_CLIENT_SECRET: account.secret,
    BUP_OUT: out,
  }
  return new Promise((resolve) => {
    execFile(process.execPath, ['dist/main.js'], { cwd: FOLDER, env, timeout: 60_000 }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? -1), stdout, stderr }),
    )
  })
}

const flash = async (api: { get(path: string): Promise<Row> }) =>
  (await api.get('/reports?kind=ward_flash')).items[0] as Row

test('fetches what was sent, acknowledges it, and finds nothing new the next time', async ({ api, server }) => {
  const account = machine(server, 'plans:read,reports:read,reports:approve')
  const officer = await api('chinhsach')
  const sent = await flash(officer)
  expect(sent.status).toBe('sent')

  const first = await run(server, account)
  expect(first, first.stderr).toMatchObject({ code: 0, stderr: '' })
  expect(first.stdout).toContain('Phường Ba Đình: ')
  expect(first.stdout).toMatch(/^ *held back as too small: .*\binjuries_total\b/m)
  expect(first.stdout).toContain('now acknowledged')
  expect(first.stdout).toContain('Fetched 1 report(s).')
  const done = await officer.get(`/reports/${sent.id}`)
  expect(done.status).toBe('acknowledged')

  const stored = JSON.parse(await readFile(join(out, `${sent.id}.1.json`), 'utf8')) as Row
  const value = (report: Row, code: string) => report.indicators.find((one: Row) => one.code === code).value
  expect(value(stored, 'children_total')).toBe(value(done, 'children_total'))
  expect(value(stored, 'injuries_total'), 'the ward sees it, the upper level does not').toBeNull()
  expect(value(done, 'injuries_total')).toBeGreaterThan(0)
  const document = await readFile(join(out, `${sent.id}.1.docx`))
  expect(document.subarray(0, 2).toString()).toBe('PK')
  const table = await readFile(join(out, '2024-ward_flash.csv'), 'utf8')
  expect(table).toContain(`,${sent.id},1,2024,ward_flash,`)

  const second = await run(server, account)
  expect(second, second.stderr).toMatchObject({ code: 0, stderr: '' })
  expect(second.stdout).toContain('Nothing new.')
  expect(second.stdout).toContain('2024 ward_flash: the table has not changed')

  // The ward finds a mistake and sends a second revision: the same machine fetches that one, too.
  await officer.post(`/reports/${sent.id}/revise`, { reason: 'Sót số liệu' })
  await officer.post(`/reports/${sent.id}/submit`, {})
  expect((await run(server, account)).stdout, 'what is not sent is not seen').toContain('Nothing new.')
  await (await api('lanhdao')).post(`/reports/${sent.id}/approve`, {})
  await officer.post(`/reports/${sent.id}/send`, {})
  const third = await run(server, account)
  expect(third, third.stderr).toMatchObject({ code: 0, stderr: '' })
  expect(third.stdout).toContain('(revision 2)')
  expect(third.stdout).toContain('now acknowledged')
  expect(await readdir(out)).toEqual(expect.arrayContaining([`${sent.id}.1.json`, `${sent.id}.2.json`]))
})

test('is told in words what its account may not do, and goes on when it may', async ({ api, server }) => {
  const blind = await run(server, machine(server, 'plans:read'))
  expect(blind.code).toBe(1)
  expect(blind.stderr).toMatch(/^Refused with 403: .*Missing: reports:read\./)
  expect(blind.stderr, 'words, not a stack').not.toContain('    at ')

  const mute = await run(server, machine(server, 'plans:read,reports:read'))
  expect(mute.code).toBe(1)
  expect(mute.stdout).toContain('Phường Ba Đình: ')
  expect(mute.stderr).toMatch(/^Refused with 403: .*Missing: reports:approve\./)
  expect((await flash(await api('chinhsach'))).status).toBe('sent')

  // The cursor did not move on over what was not finished.
  const able = await run(server, machine(server, 'plans:read,reports:read,reports:approve'))
  expect(able.stdout, able.stderr).toContain('now acknowledged')

  const wrong = await run(server, { ...machine(server, 'reports:read'), secret: 'bup_machine_of_somebody_else' })
  expect(wrong.code).toBe(1)
  expect(wrong.stderr).toMatch(/^Sign-in refused \(401\): invalid_client: /)
})

test('bears a bad day: too often, a token that ended, a lost answer', async ({ api, server }) => {
  const seen: string[] = []
  const keys: string[] = []
  const day = await badDay(server, (request, answer) => {
    const what = `${request.method} ${request.url?.split('?')[0]}`
    const before = seen.filter((one) => one === what).length
    seen.push(what)
    if (what === 'GET /api/v1/reports/feed' && before === 0) {
      answer.writeHead(429, { 'retry-after': '1' }).end()
      return true
    }
    if (what === 'GET /api/v1/reports/feed' && before === 1) {
      answer.writeHead(401).end()
      return true
    }
    if (!what.endsWith('/acknowledge')) return false
    keys.push(String(request.headers['idempotency-key']))
    return before === 0 ? 'lose' : false
  })
  const ran = await run(day, machine(server, 'plans:read,reports:read,reports:approve'))
  day.close()
  expect(ran, ran.stderr).toMatchObject({ code: 0, stderr: '' })
  expect(ran.stdout).toContain('now acknowledged')
  expect(seen.filter((one) => one === 'POST /api/v1/auth/token')).toHaveLength(2)
  // Once done, told twice: the repeat got the first answer, not 409.
  expect(keys).toHaveLength(2)
  expect(keys[0]).toBe(keys[1])
  const sent = await flash(await api('chinhsach'))
  const steps = (await (await api('chinhsach')).get(`/reports/${sent.id}`)).steps as Row[]
  expect(steps.filter((step) => step.action === 'acknowledge')).toHaveLength(1)
})
