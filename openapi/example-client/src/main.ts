// Fetches the reports that wards sent, stores them and takes note of them. See README.md for the settings.
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { body, connect, Refused, type Client } from './client.js'
import { findings, held } from './numbers.js'
import { readState, store, writeState, type State } from './state.js'

/** How often the feed is asked while waiting. A webhook for `report.sent` would spare even that. */
const EVERY = 30_000

async function main(): Promise<void> {
  const out = process.env['BUP_OUT'] ?? 'out'
  const stateFile = join(out, 'state.json')
  const waitUntil = Date.now() + Number(process.env['BUP_WAIT_SECONDS'] ?? 0) * 1000
  const state = await readState(stateFile)
  const client = connect({
    url: setting('BUP_URL'),
    id: setting('BUP_CLIENT_ID'),
    secret: setting('BUP_CLIENT_SECRET'),
  })

  const years = new Set<number>()
  let fetched = 0
  for (;;) {
    const page = body(await client.GET('/api/v1/reports/feed', { params: { query: { cursor: state.cursor } } }))
    for (const line of page.items) {
      const revision = line.sent_revision ?? line.revision
      // The feed may name a report twice; what is stored and needs no answer is done with.
      if (state.stored[line.id] === revision && line.status !== 'sent') {
        delete state.begun[`${line.id}.${revision}`]
        continue
      }
      await fetchReport(client, out, line.id, state, () => writeState(stateFile, state))
      years.add(line.year)
      fetched++
    }
    // Not before: after a crash the same page comes again, and nothing is missed.
    state.cursor = page.next_cursor
    await writeState(stateFile, state)
    if (page.more) continue
    const left = waitUntil - Date.now()
    if (fetched > 0 || left <= 0) break
    await new Promise((resolve) => setTimeout(resolve, Math.min(EVERY, left)))
  }
  console.log(fetched === 0 ? 'Nothing new.' : `Fetched ${fetched} report(s).`)

  // The tables of the years that we have heard of, now and before.
  for (const table of Object.keys(state.etags)) years.add(Number.parseInt(table, 10))
  for (const year of years) await fetchTable(client, out, year, state)
  await writeState(stateFile, state)
}

async function fetchReport(client: Client, out: string, id: string, state: State, save: () => Promise<void>) {
  const params = { path: { id } }
  const report = body(await client.GET('/api/v1/reports/{id}', { params }))
  const revision = report.sent_revision ?? report.revision
  const name = join(out, `${id}.${revision}`)
  const document = await client.GET('/api/v1/reports/{id}/document.docx', { params, parseAs: 'arrayBuffer' })
  await store(`${name}.docx`, new Uint8Array(body(document)))
  await store(`${name}.json`, JSON.stringify(report, null, 2))
  console.log(`${report.ward_name}: ${report.title} (revision ${revision})`)
  const codes = held(report).map((one) => one.code)
  const open = report.indicators.filter((one) => !one.hidden && (one.value ?? null) === null)
  console.log(`  ${report.indicators.length} numbers, ${open.length} of them not counted by anybody`)
  if (codes.length > 0) console.log(`  held back as too small: ${codes.join(', ')}`)
  state.stored[id] = revision
  await save()
  const wrong = findings(report)
  if (wrong.length > 0) {
    // A program that returned reports by itself would only quarrel with the ward: a person reads them and decides.
    for (const what of wrong) console.warn(`  LOOK: ${what}`)
    return
  }
  if (report.status !== 'sent') return

  // One key for one thing that is meant, kept before it is used: a lost answer is asked for again, never done twice.
  const meant = `${id}.${revision}`
  const key = (state.begun[meant] ??= randomUUID())
  await save()
  const answer = await client.POST('/api/v1/reports/{id}/acknowledge', {
    params,
    headers: { 'idempotency-key': key },
    body: { note: 'Received and checked by the example client' },
  })
  console.log(`  now ${body(answer).status}`)
  delete state.begun[meant]
  await save()
}

/** All numbers of a year, one a line. With the ETag of the last answer the server need not send what we have. */
async function fetchTable(client: Client, out: string, year: number, state: State): Promise<void> {
  for (const kind of ['ward_flash', 'ward_final'] as const) {
    const known = state.etags[`${year} ${kind}`]
    const answer = await client.GET('/api/v1/indicators/values', {
      params: { query: { year, kind, parts: true } },
      headers: { accept: 'text/csv', ...(known ? { 'if-none-match': known } : {}) },
      parseAs: 'text',
    })
    if (answer.response.status === 304) {
      console.log(`${year} ${kind}: the table has not changed`)
      continue
    }
    const table = body(answer)
    await store(join(out, `${year}-${kind}.csv`), table)
    state.etags[`${year} ${kind}`] = answer.response.headers.get('etag') ?? ''
    console.log(`${year} ${kind}: ${table.trimEnd().split('\n').length - 1} lines`)
  }
}

function setting(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set`)
  return value
}

main().catch((error: unknown) => {
  // Words for whoever reads the log of the night; a stack only for what is our own mistake.
  if (error instanceof Refused) console.error(error.message)
  else console.error(error)
  process.exitCode = 1
})
