// Starts the built `bup serve` (with --demo, but for one journey) with the built frontend, on a free port and a data folder of its own.
import { execFileSync, spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A path inside the repository. */
export const fromRoot = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

export interface Server {
  url: string
  /** What the server printed for the first setup, where it has no ward. */
  setupCode: string
  /** What the server has logged so far. */
  log(): Promise<string>
  /** Runs another command of the program on the same data, as an administrator on the server does; what it said. */
  bup(args: string[]): string
  stop(): Promise<void>
}

/** The demo's data as the first start makes it, to be copied for every test: a start then takes a tenth of a second. */
export async function makeDemoData(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'bup-e2e-demo-'))
  const server = await start(dir, { dropData: false, mode: 'demo' })
  await server.stop()
  return join(dir, 'data')
}

export async function startServer(demoData: string, mode: Mode = 'demo'): Promise<Server> {
  const dir = await mkdtemp(join(tmpdir(), 'bup-e2e-'))
  await cp(demoData, join(dir, 'data'), { recursive: true })
  return start(dir, { dropData: true, mode })
}

/** A server as it is after the installation: no ward, nobody who could sign in. */
export async function startNewServer(): Promise<Server> {
  return start(await mkdtemp(join(tmpdir(), 'bup-e2e-new-')), { dropData: true, mode: 'ward', isNew: true })
}

/** As a trial, or as a ward runs it: the same people and data, without what only a demo may do. */
type Mode = 'demo' | 'ward'

interface Start {
  dropData: boolean
  mode: Mode
  /** Without a ward: the server prints a setup code. */
  isNew?: boolean
}

/** E2E_BUP names another build than `target/debug/bup`. */
async function start(dir: string, { dropData, mode, isNew = false }: Start): Promise<Server> {
  const program = process.env['E2E_BUP'] ?? fromRoot('target/debug/bup')
  const logFile = join(dir, 'server.log')
  // Settings of the developer's machine must not reach the test.
  const own = Object.entries(process.env).filter(([name]) => name !== 'DATABASE_URL' && !name.startsWith('BUP_'))
  const data = ['--data-dir', join(dir, 'data')]
  const bup = (args: string[]) =>
    execFileSync(program, [...args, ...data], { cwd: dir, env: Object.fromEntries(own), encoding: 'utf8' })
  const child = spawn(
    program,
    ['serve', ...(mode === 'demo' ? ['--demo'] : []), '--port', '0', ...data, '--web-dir', fromRoot('web/dist')],
    // Receivers of webhooks stand on this machine, too.
    {
      cwd: dir,
      env: { ...Object.fromEntries(own), BUP_WEBHOOKS_ALLOW_PRIVATE: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  child.stderr.pipe(createWriteStream(logFile))
  const log = () => readFile(logFile, 'utf8').catch(() => '')
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`${program} does not start: ${error.message}`))
    child.once('exit', (code) => resolve(`${program} ended with code ${code}`))
  })
  const drop = () => rm(dir, { recursive: true, force: true })
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    if (dropData) await drop()
  }

  const greeting = new Promise<{ url: string; setupCode: string }>((resolve) => {
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)
      const code = /^ {4}(\S{4}-\S{4}-\S{4})$/m.exec(said)
      if (url && (!isNew || code)) resolve({ url: url[0], setupCode: code?.[1] ?? '' })
    })
  })
  const greeted = await Promise.race([greeting, ended.then(() => null)])
  if (greeted === null) {
    const why = `${await ended}\n${await log()}`
    await drop()
    throw new Error(why)
  }
  return { ...greeted, log, bup, stop }
}
