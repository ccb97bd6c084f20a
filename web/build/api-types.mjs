// Types of the API from the committed OpenAPI document; `--check` fails when they differ.
import { readFileSync, writeFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'

const source = new URL('../../openapi/bup.v1.json', import.meta.url)
const target = new URL('../src/api/schema.d.ts', import.meta.url)
const head = '// Generated from openapi/bup.v1.json by `npm run api`. Not edited by hand.\n\n'
const text = head + astToString(await openapiTS(source))

if (process.argv.includes('--check')) {
  if (readFileSync(target, 'utf8') !== text) {
    console.error('src/api/schema.d.ts is not what openapi/bup.v1.json says: run `npm run api`.')
    process.exit(1)
  }
} else {
  writeFileSync(target, text)
}
