// What comes into the binary and the web bundle: licences, sources, forbidden crates; for releases also what was taken
// back, how old it is, and what advisories say. Rules: deny.toml, the same file that cargo-deny reads; our own reader,
// since building cargo-deny takes longer than the rest of `make check` (docs/decisions.md).
//   node scripts/supply-chain.mjs check     offline, seconds; part of `make check`
//   node scripts/supply-chain.mjs audit     asks the registries; exit code 2 names what could not be asked
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const REGISTRY = 'registry+https://github.com/rust-lang/crates.io-index'
const NPM = ['web', 'tests/e2e', 'openapi/example-client']
// Of the web bundle, beyond deny.toml: fonts, given on with their licence.
const NPM_ALSO = ['OFL-1.1']

const read = (path) => readFileSync(join(ROOT, path), 'utf8')
const run = (program, args, cwd = ROOT) =>
  execFileSync(program, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 120_000,
    stdio: ['ignore', 'pipe', 'pipe'],
  })

export const metadata = (...more) => JSON.parse(run('cargo', ['metadata', '--format-version=1', '--locked', ...more]))

/** The rules that we use of deny.toml. */
export function rules(text) {
  const list = text.match(/^allow = \[([^\]]*)\]/m)?.[1] ?? ''
  const allowed = [...list.replace(/#.*$/gm, '').matchAll(/"([^"]+)"/g)].map((found) => found[1])
  const forbidden = [...text.matchAll(/\{ crate = "([^"]+)", reason = "([^"]+)" \}/g)]
  const ignored = [...text.matchAll(/\{ id = "([^"]+)", reason = "([^"]+)" \}/g)]
  const pairs = (found) => new Map(found.map(([, name, reason]) => [name, reason]))
  return { allowed: new Set(allowed), forbidden: pairs(forbidden), ignored: pairs(ignored) }
}

/** Whether an SPDX expression can be met with what is allowed: of OR one side, of AND both. */
export function isAllowed(expression, allowed) {
  // `A/B` is how it was written before SPDX.
  const words = expression
    .replace(/\//g, ' OR ')
    .replace(/([()])/g, ' $1 ')
    .trim()
    .split(/\s+/)
  let at = 0
  const one = () => {
    if (words[at] === '(') {
      at += 1
      const inner = either()
      at += 1
      return inner
    }
    let name = words[at++]
    if (words[at] === 'WITH') {
      name += ` WITH ${words[at + 1]}`
      at += 2
    }
    return allowed.has(name)
  }
  const both = () => {
    let good = one()
    while (words[at] === 'AND') {
      at += 1
      good = one() && good
    }
    return good
  }
  function either() {
    let good = both()
    while (words[at] === 'OR') {
      at += 1
      good = both() || good
    }
    return good
  }
  const good = either()
  return good && at === words.length
}

/** What deny.toml forbids of the crates, in sentences. */
export function crateFaults(packages, { allowed, forbidden }) {
  return packages.flatMap((one) => {
    const at = `${one.name} ${one.version}`
    const faults = []
    if (one.source && one.source !== REGISTRY) faults.push(`${at} comes from ${one.source}, not from crates.io`)
    if (forbidden.has(one.name)) faults.push(`${at} is not wanted: ${forbidden.get(one.name)}`)
    if (!one.license) faults.push(`${at} names no licence`)
    else if (!isAllowed(one.license, allowed))
      faults.push(`${at} is under ${one.license}, which deny.toml does not allow`)
    return faults
  })
}

/** The same of a package-lock.json. */
export function npmFaults(lock, where, allowed) {
  return Object.entries(lock.packages).flatMap(([path, one]) => {
    if (!path || one.link) return []
    const at = `${where}: ${path.replace(/^.*node_modules\//, '')} ${one.version}`
    const faults = []
    // The lock files leave the address out where it is npm's own registry.
    if (one.resolved && !one.resolved.startsWith('https://registry.npmjs.org/'))
      faults.push(`${at} comes from ${one.resolved}`)
    if (!one.integrity) faults.push(`${at} has no checksum`)
    // Tools of the development are not given on: only what reaches a browser is looked at.
    if (!one.dev && !isAllowed(String(one.license ?? ''), allowed)) faults.push(`${at} is under ${one.license}`)
    return faults
  })
}

/** -1, 0, 1; a release stands above its own candidates. */
export function compare(left, right) {
  const parts = (version) => {
    const [numbers, candidate] = version.split('+')[0].split(/-(.*)/s)
    return { numbers: numbers.split('.').map(Number), candidate }
  }
  const [a, b] = [parts(left), parts(right)]
  for (let i = 0; i < 3; i += 1) {
    const difference = (a.numbers[i] ?? 0) - (b.numbers[i] ?? 0)
    if (difference) return Math.sign(difference)
  }
  if (a.candidate === b.candidate) return 0
  if (a.candidate === undefined) return 1
  if (b.candidate === undefined) return -1
  return a.candidate < b.candidate ? -1 : 1
}

/** Whether a version lies in a requirement as Cargo writes it: `>= 1.2, < 2`, `^0.3.1`, `~1.2`, `= 1`. */
export function satisfies(version, requirement) {
  return requirement.split(',').every((part) => {
    const [, sign, wanted] = part.trim().match(/^(\^|~|>=|<=|>|<|=)?\s*(.+)$/) ?? []
    const order = compare(version, wanted)
    const numbers = wanted.split(/[-+]/)[0].split('.').map(Number)
    const next = (place) => numbers.map((n, i) => (i < place ? n : i === place ? n + 1 : 0)).join('.')
    switch (sign) {
      case '>=':
        return order >= 0
      case '>':
        return order > 0
      case '<=':
        return order <= 0
      case '<':
        return order < 0
      case '=':
        return order === 0
      case '~':
        return order >= 0 && compare(version, next(Math.min(1, numbers.length - 1))) < 0
      default: {
        const first = numbers.findIndex((n) => n > 0)
        return order >= 0 && compare(version, next(first < 0 ? numbers.length - 1 : first)) < 0
      }
    }
  })
}

/** An advisory of RustSec: TOML in a fence at the head of a text. */
export function advisory(text) {
  const toml = text.match(/```toml\n([\s\S]*?)\n```/)?.[1] ?? ''
  const word = (name) => toml.match(new RegExp(`^${name} = "([^"]*)"`, 'm'))?.[1]
  const list = (name) =>
    [...(toml.match(new RegExp(`^${name} = \\[([\\s\\S]*?)\\]`, 'm'))?.[1] ?? '').matchAll(/"([^"]*)"/g)].map(
      (one) => one[1],
    )
  return {
    id: word('id'),
    crate: word('package'),
    kind: word('informational'),
    withdrawn: word('withdrawn'),
    fixed: list('patched'),
    free: list('unaffected'),
    title: text.match(/^# (.+)$/m)?.[1],
  }
}

export const concerns = (found, version) =>
  !found.withdrawn && ![...found.fixed, ...found.free].some((requirement) => satisfies(version, requirement))

function check() {
  const deny = rules(read('deny.toml'))
  const crates = metadata().packages
  const npm = new Set([...deny.allowed, ...NPM_ALSO])
  const faults = crateFaults(crates, deny)
  for (const where of NPM) faults.push(...npmFaults(JSON.parse(read(`${where}/package-lock.json`)), where, npm))
  faults.forEach((fault) => console.error(`supply-chain: ${fault}`))
  if (!faults.length)
    console.log(`supply-chain: ${crates.length} crates and ${NPM.length} lock files are as deny.toml wants`)
  return faults.length ? 1 : 0
}

/** Where a crate stands in the sparse index. */
const indexPath = (name) =>
  name.length <= 2
    ? `${name.length}/${name}`
    : name.length === 3
      ? `3/${name[0]}/${name}`
      : `${name.slice(0, 2)}/${name.slice(2, 4)}/${name}`

async function audit() {
  const wrong = []
  const unasked = []
  const crates = metadata().packages.filter((one) => one.source === REGISTRY)
  const ages = []
  let asked = 0
  const queue = [...crates]
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let one = queue.pop(); one; one = queue.pop()) {
        const lines = await fetch(`https://index.crates.io/${indexPath(one.name.toLowerCase())}`)
          .then((answer) => (answer.ok ? answer.text() : ''))
          .catch(() => '')
        const entries = lines.split('\n').filter(Boolean).map(JSON.parse)
        const own = entries.find((entry) => entry.vers === one.version)
        if (!own) continue
        asked += 1
        if (own.yanked) wrong.push(`${one.name} ${one.version} was taken back by its author (yanked)`)
        if (own.pubtime)
          ages.push([Math.floor((Date.now() - Date.parse(own.pubtime)) / 86_400_000), `${one.name} ${one.version}`])
      }
    }),
  )
  if (asked < crates.length)
    unasked.push(`whether ${crates.length - asked} of ${crates.length} crates were yanked (index.crates.io)`)
  console.log(`audit: ${asked} of ${crates.length} crates asked about in the index of crates.io`)
  ages.sort((a, b) => b[0] - a[0])
  const old = ages.filter(([days]) => days > 3 * 365)
  console.log(
    `audit: released more than three years ago: ${old.map(([days, name]) => `${name} (${(days / 365).toFixed(1)})`).join(', ') || 'none'}`,
  )
  const fresh = ages.filter(([days]) => days < 14)
  console.log(
    `audit: released less than two weeks ago: ${fresh.map(([days, name]) => `${name} (${days} days)`).join(', ') || 'none'}`,
  )

  advisories(crates, wrong, unasked)
  for (const where of NPM) {
    const answer = npmAudit(where)
    if (answer === undefined) unasked.push(`advisories for ${where} (npm audit)`)
    else wrong.push(...answer)
    try {
      console.log(
        `audit: ${where}: ${run('npm', ['audit', 'signatures', '--fetch-retries=0'], join(ROOT, where)).trim().split('\n').at(-1)}`,
      )
    } catch (error) {
      const told = `${error.stderr ?? ''}${error.stdout ?? ''}`
      if (/invalid|missing registry signature/i.test(told)) wrong.push(`${where}: ${told.trim()}`)
      else unasked.push(`signatures of ${where} (npm audit signatures)`)
    }
  }
  wrong.forEach((one) => console.error(`audit: FOUND: ${one}`))
  unasked.forEach((one) => console.error(`audit: NOT ASKED: ${one}`))
  return wrong.length ? 1 : unasked.length ? 2 : 0
}

/** RUSTSEC_DB names a copy of github.com/rustsec/advisory-db; without it one is fetched. */
function advisories(crates, wrong, unasked) {
  let folder = process.env.RUSTSEC_DB
  let made
  try {
    if (!folder) {
      made = folder = mkdtempSync(join(tmpdir(), 'rustsec-'))
      run('git', ['clone', '--quiet', '--depth=1', 'https://github.com/rustsec/advisory-db', folder])
    }
    if (!existsSync(join(folder, 'crates'))) throw new Error('no advisories there')
    const { ignored } = rules(read('deny.toml'))
    const unused = new Set(ignored.keys())
    let count = 0
    for (const one of crates) {
      const own = join(folder, 'crates', one.name)
      for (const file of existsSync(own) ? readdirSync(own).filter((name) => name.endsWith('.md')) : []) {
        const found = advisory(readFileSync(join(own, file), 'utf8'))
        count += 1
        if (!concerns(found, one.version)) continue
        if (ignored.has(found.id)) {
          unused.delete(found.id)
          console.log(`audit: accepted: ${found.id} (${one.name}): ${ignored.get(found.id)}`)
        } else {
          wrong.push(`${found.id}${found.kind ? ` (${found.kind})` : ''}: ${one.name} ${one.version}: ${found.title}`)
        }
      }
    }
    unused.forEach((id) => wrong.push(`${id} is accepted in deny.toml and concerns nothing any more`))
    console.log(`audit: ${count} advisories of RustSec about our crates were compared`)
  } catch {
    unasked.push('advisories for crates (github.com/rustsec/advisory-db; RUSTSEC_DB=a copy of it)')
  } finally {
    if (made) rmSync(made, { recursive: true, force: true })
  }
}

function npmAudit(where) {
  let told
  try {
    told = run('npm', ['audit', '--omit=dev', '--json', '--fetch-retries=0'], join(ROOT, where))
  } catch (error) {
    // It fails when it finds something, too.
    told = error.stdout
  }
  try {
    const { vulnerabilities } = JSON.parse(told)
    return vulnerabilities && Object.values(vulnerabilities).map((one) => `${where}: ${one.name} (${one.severity})`)
  } catch {
    return undefined
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const work = { check, audit }[process.argv[2]]
  if (!work) {
    console.error('usage: supply-chain.mjs check | audit')
    process.exit(64)
  }
  process.exitCode = await work()
}
