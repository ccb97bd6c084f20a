// The load of `scripts/province`: an open loop. People arrive at a rate, whether or not the last ones were answered; their
// requests go to the processes in turn, as a proxy would send them (a proxy itself would cost the same cores).
import { execFile } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import http from 'node:http'

const env = process.env
const bases = env.BASES.split(' ')
const wards = Number(env.WARDS)
const SECONDS = Number(env.STEP_SECONDS ?? 20)
const RATES = (env.RATES ?? '5 10 15 20 30 40 55 75 100 130 170 220').split(' ').map(Number)
const AGENTS = bases.map(() => new http.Agent({ keepAlive: true, maxSockets: 400 }))
const PASSWORD = 'BaDinh@2024!'
let turn = 0

function ask(method, path, { token, body } = {}) {
  const at = turn++ % bases.length
  const began = performance.now()
  return new Promise((done) => {
    const headers = { 'content-type': 'application/json' }
    if (token) headers.authorization = `Bearer ${token}`
    if (method === 'POST') headers['idempotency-key'] = `${Math.random()}${Date.now()}`
    const request = http.request(`${bases[at]}/api/v1${path}`, { method, headers, agent: AGENTS[at], timeout: 30000 })
    const end = (status, text) => done({ status, text, ms: performance.now() - began })
    request.on('response', (response) => {
      const parts = []
      response.on('data', (part) => parts.push(part))
      response.on('end', () => end(response.statusCode, Buffer.concat(parts).toString()))
      response.on('error', () => end(0, ''))
    })
    request.on('error', () => end(0, ''))
    request.on('timeout', () => request.destroy())
    request.end(body ? JSON.stringify(body) : undefined)
  })
}

const pick = (list) => list[Math.floor(Math.random() * list.length)]
const name = (base, ward) => (ward === 0 ? base : `${base}-${ward}`)
const signIn = (username) => ask('POST', '/auth/login', { body: { username, password: PASSWORD, client: 'mobile' } })

/** Somebody who came in before eight. */
async function person(base, ward) {
  const answer = await signIn(name(base, ward))
  if (answer.status !== 200) throw new Error(`${name(base, ward)}: ${answer.status} ${answer.text}`)
  const token = JSON.parse(answer.text).access_token
  const since = JSON.parse((await ask('GET', '/changes', { token })).text).next_cursor
  return { token, base, ward, since }
}

const people = { officer: [], head: [], leader: [], superior: [] }

async function assemble() {
  for (let tries = 0; ; tries++) {
    const ready = await Promise.all(bases.map((_) => ask('GET', '/openapi.json')))
    if (ready.every((one) => one.status === 200)) break
    if (tries > 240) throw new Error('the servers do not answer')
    await new Promise((next) => setTimeout(next, 500))
  }
  const few = Math.min(wards, 40)
  for (let at = 0; at < few; at++) {
    const ward = Math.floor((at * wards) / few)
    people.officer.push(await person('chinhsach', ward))
    people.leader.push(await person('lanhdao', ward))
    const head = await person(`khupho${1 + (at % 11)}`, ward)
    // Work of today: a task for the neighborhood, and a morning of games whose attendance is taken.
    const body = (answer) => JSON.parse(answer.text)
    const day = new Date(Date.now() + 7 * 3600e3).toISOString().slice(0, 10)
    const me = body(await ask('GET', '/me', head))
    const due = new Date(Date.now() + 20 * 86400e3).toISOString().slice(0, 10)
    const work = { title: 'Phát quà', lead_unit_id: me.unit.id, due_on: due }
    const task = await ask('POST', '/tasks', { ...people.officer.at(-1), body: work })
    head.tasks = []
    if (task.status === 201) head.tasks.push(body(task).id)
    else console.log(`no task: ${task.status} ${task.text}`)
    const session = await ask('POST', '/summer/sessions', {
      ...head,
      body: { on_date: day, place: 'Nhà văn hóa', content: 'Sinh hoạt hè' },
    })
    head.sessions = []
    if (session.status === 201) {
      const roster = body(await ask('GET', `/summer/attendance?session_id=${body(session).id}`, head))
      const listed = (roster.items ?? []).map((line) => line.child_id)
      const page = listed.length ? [] : (body(await ask('GET', '/children?limit=30', head)).items ?? [])
      const children = listed.length ? listed : page.map((child) => child.id)
      head.sessions.push({ id: body(session).id, children })
    } else console.log(`no session: ${session.status} ${session.text}`)
    people.head.push(head)
  }
  people.superior.push(await person('captren', 0))
  const marking = people.head.filter((one) => one.sessions.length).length
  const working = people.head.filter((one) => one.tasks.length).length
  console.log(`${few * 3 + 1} people are in; ${working} heads with tasks under way, ${marking} with attendance to take`)
}

const WORDS = ['nguyen thi', 'le van', 'tran', 'pham minh', 'hoang', 'an', 'thi hoa', 'nguyen van nam']
const anybody = () => pick(people[pick(['officer', 'head', 'head', 'head', 'leader'])])
/** What people do at eight, and how often of a hundred. */
const KINDS = [
  [
    'sign in',
    10,
    () => signIn(name(pick(['chinhsach', 'doan', 'khupho3', 'khupho7', 'truong2']), Math.floor(Math.random() * wards))),
  ],
  ['home page', 22, () => ask('GET', '/dashboard', anybody())],
  ['task list', 16, () => ask('GET', '/tasks?limit=50', anybody())],
  [
    'changes (sync)',
    14,
    () => {
      const one = anybody()
      return ask('GET', `/changes?since=${encodeURIComponent(one.since)}`, one)
    },
  ],
  ['child list', 8, () => ask('GET', '/children?limit=50', pick([...people.officer, ...people.head]))],
  [
    'child search',
    10,
    () =>
      ask('POST', '/children/search', {
        ...pick([...people.officer, ...people.head]),
        body: { q: pick(WORDS), limit: 50 },
      }),
  ],
  [
    'task update',
    8,
    () => {
      const head = pick(people.head.filter((one) => one.tasks.length))
      const body = { progress: 1 + Math.floor(Math.random() * 90), note: 'Đã làm' }
      return head ? ask('POST', `/tasks/${pick(head.tasks)}/updates`, { ...head, body }) : null
    },
  ],
  [
    'attendance',
    8,
    () => {
      const head = pick(people.head.filter((one) => one.sessions.length))
      if (!head) return null
      const session = pick(head.sessions)
      const at = new Date().toISOString()
      const marks = session.children
        .slice(0, 15)
        .map((child_id) => ({ child_id, state: pick(['present', 'absent']), note: '', marked_at: at }))
      return ask('POST', '/summer/attendance', { ...head, body: { session_id: session.id, marks } })
    },
  ],
  ['ward overview', 3, () => ask('GET', '/dashboard/overview', pick(people.leader))],
  ["upper level's overview", 1, () => ask('GET', '/dashboard/overview', pick(people.superior))],
]
// SKIP="ward overview" leaves a kind out, to see what gives way after it.
const SKIP = (env.SKIP ?? '').split(',')
const BAG = KINDS.filter(([what]) => !SKIP.includes(what)).flatMap((kind) => Array(kind[1]).fill(kind))

function cpu(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return 0
  }
}
function memory(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return Number(/^Pss:\s+(\d+)/m.exec(text)[1]) / 1024
  } catch {
    return 0
  }
}
const apis = env.PIDS.split(' ')
function postgres() {
  if (!env.POSTGRES_PID) return []
  const parent = (pid) => {
    try {
      return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')[1]
    } catch {
      return ''
    }
  }
  const all = readdirSync('/proc').filter((one) => /^\d+$/.test(one) && parent(one) === env.POSTGRES_PID)
  return [env.POSTGRES_PID, ...all]
}
const total = (pids, of) => pids.reduce((sum, pid) => sum + of(pid), 0)
/** What the whole machine did: on a shared one the neighbours are part of the figure. */
function machine() {
  const [, user, nice, system, idle, wait] = readFileSync('/proc/stat', 'utf8').split('\n')[0].split(/\s+/).map(Number)
  return { busy: (user + nice + system) / 100, idle: (idle + wait) / 100 }
}

const waits = new Map()
function sampleWaits() {
  if (!env.PG_URL) return
  const query =
    "SELECT coalesce(wait_event_type || ':' || wait_event, 'running') FROM pg_stat_activity WHERE datname = 'bup' AND state <> 'idle' AND pid <> pg_backend_pid()"
  execFile('psql', ['-AtX', env.PG_URL, '-c', query], (error, out) => {
    if (error) return
    for (const line of out.split('\n').filter(Boolean)) waits.set(line, (waits.get(line) ?? 0) + 1)
  })
}

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0

async function step(rate, quiet = false) {
  const times = new Map(KINDS.map(([what]) => [what, []]))
  const refused = new Map()
  const open = []
  waits.clear()
  const sampler = setInterval(sampleWaits, 1000)
  const [api0, pg0, machine0, began] = [total(apis, cpu), total(postgres(), cpu), machine(), performance.now()]
  let sent = 0
  const seconds = quiet ? 5 : SECONDS
  while (performance.now() - began < seconds * 1000) {
    const due = Math.floor(((performance.now() - began) / 1000) * rate)
    for (; sent < due; sent++) {
      const [what, , run] = pick(BAG)
      const asked = run()
      if (!asked) continue
      open.push(
        asked.then(({ status, ms, text }) => {
          times.get(what).push(ms)
          if (status < 200 || status >= 300) {
            const key = `${what}: ${status} ${/"code":"([a-z_]+)"/.exec(text)?.[1] ?? ''}`
            refused.set(key, (refused.get(key) ?? 0) + 1)
          }
        }),
      )
    }
    await new Promise((next) => setTimeout(next, 5))
  }
  await Promise.all(open)
  clearInterval(sampler)
  const took = (performance.now() - began) / 1000
  const [api, pg, machine1] = [total(apis, cpu) - api0, total(postgres(), cpu) - pg0, machine()]
  if (quiet) return false
  const others = machine1.busy - machine0.busy - api - pg
  console.log(
    `\n== ${rate} arrivals a second for ${SECONDS} s: ${(open.length / took).toFixed(1)} answered a second (all within ${took.toFixed(1)} s)`,
  )
  console.log(
    `   processors: API ${(api / took).toFixed(2)}, PostgreSQL ${(pg / took).toFixed(2)}, everybody else ${(others / took).toFixed(2)}, idle ${((machine1.idle - machine0.idle) / took).toFixed(2)}` +
      `; memory: API ${total(apis, memory).toFixed(0)} MB, PostgreSQL ${total(postgres(), memory).toFixed(0)} MB`,
  )
  const metrics = await Promise.all(bases.map((base) => fetch(`${base}/metrics`).then((one) => one.text())))
  const wait = metrics.flatMap((text) => /^bup_pool_wait_seconds\{quantile="0.99"\} ([\d.e-]+)/m.exec(text)?.[1] ?? [])
  if (wait.length)
    console.log(
      `   99 of 100 waited for a connection at most ${wait.map((one) => `${(one * 1000).toFixed(1)} ms`).join(', ')}`,
    )
  const seen = [...waits].sort((a, b) => b[1] - a[1]).slice(0, 6)
  if (seen.length)
    console.log(`   PostgreSQL's processes, seen once a second: ${seen.map(([what, n]) => `${what} ${n}`).join(', ')}`)
  let slow = null
  for (const [what, list] of times) {
    if (!list.length) continue
    list.sort((a, b) => a - b)
    const [p50, p95, p99] = [at(list, 0.5), at(list, 0.95), at(list, 0.99)]
    if (p95 > 1000 && (!slow || p95 > slow.p95)) slow = { what, p95 }
    console.log(
      `   ${what.padEnd(24)} ${String(list.length).padStart(5)}   p50 ${p50.toFixed(0).padStart(6)}   p95 ${p95.toFixed(0).padStart(6)}   p99 ${p99.toFixed(0).padStart(6)} ms`,
    )
  }
  for (const [what, count] of refused) console.log(`   not answered well: ${what} × ${count}`)
  if (slow) console.log(`   => the 95th percentile of "${slow.what}" passes a second: ${slow.p95.toFixed(0)} ms`)
  return slow !== null
}

await assemble()
await step(5, true)
for (const rate of RATES) if (await step(rate)) break
