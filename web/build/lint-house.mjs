// The rules of the house that oxlint has no word for (6-web.md section 9).
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const src = fileURLToPath(new URL('../src/', import.meta.url))
const problems = []

function walk(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) walk(path)
    else if (/\.(ts|tsx|css)$/.test(name) && name !== 'schema.d.ts')
      check(relative(src, path), readFileSync(path, 'utf8'))
  }
}

function check(file, text) {
  const say = (what) => problems.push(`${file}: ${what}`)
  const test = /\.test\.tsx?$|^test\//.test(file)
  const lines = text.split('\n').length
  if (lines > 300 && !/(^|\/)texts\.ts$/.test(file) && !file.endsWith('base.css'))
    say(`${lines} lines, the limit is 300`)
  const feature = /^features\/([^/]+)\//.exec(file)?.[1]
  for (const [, from] of text.matchAll(/(?:from|import)\s*\(?['"]([^'"]+)['"]/g)) {
    if (from.startsWith('@mantine/') && !file.startsWith('ui/')) say(`imports ${from}; only ui/ may`)
    if (from === 'openapi-fetch' && file !== 'api/client.ts') say('imports openapi-fetch; only api/client.ts may')
    if (from.startsWith('@/features/') && !file.startsWith('app/')) {
      if (feature !== /^@\/features\/([^/]+)/.exec(from)[1]) say(`imports another feature: ${from}`)
    }
    if (feature && /^\.\.\/\.\.\/(?!.*\.)/.test(from)) say(`leaves its feature by a relative path: ${from}`)
    if (feature && from.startsWith('@/app/') && from !== '@/app/session')
      say(`a feature may use only app/session, not ${from}`)
    if (/^(ui|lib|api)\//.test(file) && /^@\/(features|app)\//.test(from)) say(`the shared part leans on ${from}`)
  }
  if (!test && !['api/client.ts', 'offline/sw.ts'].includes(file) && /(^|[^.\w])fetch\(/.test(text))
    say('calls fetch; only api/client.ts may')
  // Words that a person reads stand in a texts file, in both languages.
  if (/\.tsx?$/.test(file) && !test && !/[tT]exts\.ts$|^lib\/(words|text|dates)\.ts$/.test(file)) {
    const bare = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').replaceAll('Búp Trên Cành', '')
    const found = /[ăâđêôơưĂÂĐÊÔƠƯ]|[\u1EA0-\u1EF9]/.exec(bare)
    if (found)
      say(
        `Vietnamese text outside texts.ts: …${bare.slice(Math.max(0, found.index - 20), found.index + 20).replace(/\s+/g, ' ')}…`,
      )
  }
}

walk(src)
for (const problem of problems) console.error(problem)
process.exit(problems.length > 0 ? 1 : 0)
