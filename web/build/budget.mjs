// Sizes after gzip -9 against the budgets of design 6-web.md section 10. Fails above.
import { readFileSync, readdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const dist = new URL('../dist/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))
const kib = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length / 1024
const LIMITS = { entryJs: 160, entryCss: 28, fonts: 45, route: 20, calendar: 55 }

function closure(key, seen = new Set()) {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const next of manifest[key].imports ?? []) closure(next, seen)
  return seen
}
const entryKey = Object.keys(manifest).find((key) => manifest[key].isEntry)
const entry = closure(entryKey)
const js = [...entry].reduce((sum, key) => sum + kib(manifest[key].file), 0)
const styles = new Set([...entry].flatMap((key) => manifest[key].css ?? []))
const css = [...styles].reduce((sum, file) => sum + kib(file), 0)
const fonts = readdirSync(new URL('assets/', dist))
  .filter((file) => /source-sans.*woff2$/.test(file))
  .reduce((sum, file) => sum + readFileSync(new URL(`assets/${file}`, dist)).length / 1024, 0)

const rows = [
  ['entry JS', js, LIMITS.entryJs],
  ['entry CSS', css, LIMITS.entryCss],
  ['fonts', fonts, LIMITS.fonts],
]
for (const [key, part] of Object.entries(manifest)) {
  if (!part.isDynamicEntry || entry.has(key)) continue
  const own = [...closure(key)].filter((one) => !entry.has(one))
  const size = own.reduce((sum, one) => sum + kib(manifest[one].file), 0)
  const alone = kib(part.file)
  rows.push([key.replace('src/', ''), alone, /Calendar/.test(key) ? LIMITS.calendar : LIMITS.route, size])
}
let failed = false
for (const [name, size, limit, withShared] of rows) {
  const over = size > limit
  failed ||= over
  const shared = withShared === undefined ? '' : `  (with shared parts ${withShared.toFixed(1)})`
  console.log(`${over ? 'OVER' : ' ok '} ${size.toFixed(1).padStart(6)} / ${limit} KiB  ${name}${shared}`)
}
process.exit(failed ? 1 : 0)
