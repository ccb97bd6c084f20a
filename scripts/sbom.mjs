// CycloneDX 1.5 lists of what is given on: bup.cdx.json (the binary), web.cdx.json (the bundle), and THIRD-PARTY.txt with
// the texts of their licences, into the folder that is named (target/sbom).
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { metadata } from './supply-chain.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const run = (program, args, cwd = ROOT) =>
  execFileSync(program, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] })

/** Libraries in C and fonts that crates bring along: in the binary, but in no lock file. */
const WITHIN = [
  {
    crate: 'libsqlite3-sys',
    name: 'sqlite',
    licence: 'blessing',
    file: 'sqlite3/sqlite3.h',
    version: /#define SQLITE_VERSION\s+"([^"]+)"/,
  },
  {
    crate: 'pq-src',
    name: 'postgresql-libpq',
    licence: 'PostgreSQL',
    file: 'additional_include/pg_config.h',
    version: /PG_VERSION "([^"]+)"/,
  },
  {
    crate: 'libmimalloc-sys',
    name: 'mimalloc',
    licence: 'MIT',
    file: 'c_src/mimalloc/v3/include/mimalloc.h',
    version: /#define MI_MALLOC_VERSION\s+(\d+)/,
  },
  {
    crate: 'bup-documents',
    name: 'tinos',
    licence: 'OFL-1.1',
    file: 'fonts/README.md',
    version: /version (\d+\.\d+) of the font/,
  },
]

/** The packages that `bup` is made of: of its normal dependencies all, on this machine's platform. */
export function linked(data, root = 'bup') {
  const packages = new Map(data.packages.map((one) => [one.id, one]))
  const nodes = new Map(data.resolve.nodes.map((one) => [one.id, one]))
  const start = data.packages.find((one) => one.name === root && one.source === null)
  const edges = new Map()
  const queue = [start.id]
  while (queue.length) {
    const id = queue.pop()
    if (edges.has(id)) continue
    const normal = nodes.get(id).deps.filter((one) => one.dep_kinds.some(({ kind }) => kind === null))
    edges.set(
      id,
      normal.map((one) => one.pkg),
    )
    queue.push(...edges.get(id))
  }
  return { start, packages, edges }
}

/** Macros run while building: what they write is in the binary, they are not. */
const isMacro = (one) => one.targets.some((target) => target.kind.includes('proc-macro'))

export function sbomOfBinary(data, lock) {
  const { start, packages, edges } = linked(data)
  const checksums = new Map(
    [...lock.matchAll(/name = "([^"]+)"\nversion = "([^"]+)"\nsource = "[^"]+"\nchecksum = "([^"]+)"/g)].map(
      ([, name, version, sum]) => [`${name}@${version}`, sum],
    ),
  )
  const ref = (one) => `pkg:cargo/${one.name}@${one.version}`
  const licence = (one) => (one.license ? [{ expression: one.license.replace(/\//g, ' OR ') }] : [])
  const all = [...edges.keys()].map((id) => packages.get(id)).sort((a, b) => (ref(a) < ref(b) ? -1 : 1))
  const component = (one) => {
    const sum = checksums.get(`${one.name}@${one.version}`)
    return {
      type: 'library',
      'bom-ref': ref(one),
      name: one.name,
      version: one.version,
      purl: ref(one),
      licenses: licence(one),
      ...(isMacro(one) && { scope: 'excluded' }),
      ...(sum && { hashes: [{ alg: 'SHA-256', content: sum }] }),
      ...(one.repository && { externalReferences: [{ type: 'vcs', url: one.repository }] }),
    }
  }
  const within = WITHIN.flatMap(({ crate, name, licence: of, file, version }) => {
    const carrier = all.find((one) => one.name === crate)
    const path = carrier && join(dirname(carrier.manifest_path), file)
    if (!path || !existsSync(path)) return []
    // The crate's own number, where its files do not say.
    const found = readFileSync(path, 'utf8').match(version)?.[1] ?? carrier.version.split('+libpq-').at(-1)
    return [
      {
        type: 'library',
        'bom-ref': `pkg:generic/${name}@${found}`,
        name,
        version: found,
        purl: `pkg:generic/${name}@${found}`,
        licenses: [{ license: { id: of } }],
        description: `inside ${crate}`,
      },
    ]
  })
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { ...component(start), type: 'application' } },
    components: [...all.filter((one) => one !== start).map(component), ...within],
    dependencies: [...edges].map(([id, needs]) => ({
      ref: ref(packages.get(id)),
      dependsOn: [...new Set(needs.map((need) => ref(packages.get(need))))].sort(),
    })),
  }
}

/** Every licence text once, with the packages that are under it. */
export function texts(folders) {
  const known = new Map()
  const without = []
  for (const [name, folder] of folders) {
    const files = existsSync(folder)
      ? readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice|unlicense)/i.test(file))
      : []
    const found = files.flatMap((file) => {
      try {
        return [readFileSync(join(folder, file), 'utf8').trim()]
      } catch {
        return [] // a folder of texts
      }
    })
    if (!found.length) without.push(name)
    for (const text of found) {
      const key = createHash('sha256').update(text.replace(/\s+/g, ' ')).digest('hex')
      const entry = known.get(key) ?? known.set(key, { text, names: new Set() }).get(key)
      entry.names.add(name)
    }
  }
  const parts = [...known.values()].map(({ text, names }) => `${[...names].join(', ')}\n\n${text}`)
  const rest = without.length
    ? [`Without a text of their own (the licence is in bup.cdx.json or web.cdx.json):\n\n${without.join(', ')}`]
    : []
  return `${[...parts, ...rest].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}

function main(folder) {
  mkdirSync(folder, { recursive: true })
  const host = run('rustc', ['-vV']).match(/^host: (.+)$/m)[1]
  const data = metadata(`--filter-platform=${host}`)
  const binary = sbomOfBinary(data, readFileSync(join(ROOT, 'Cargo.lock'), 'utf8'))
  writeFileSync(join(folder, 'bup.cdx.json'), `${JSON.stringify(binary, null, 1)}\n`)
  const web = JSON.parse(run('npm', ['sbom', '--omit=dev', '--sbom-format=cyclonedx'], join(ROOT, 'web')))
  writeFileSync(join(folder, 'web.cdx.json'), `${JSON.stringify(web, null, 1)}\n`)
  const { packages, edges, start } = linked(data)
  const crates = [...edges.keys()].filter((id) => id !== start.id).map((id) => packages.get(id))
  const folders = [
    ...crates.map((one) => [`${one.name} ${one.version}`, dirname(one.manifest_path)]),
    ...web.components.map((one) => [
      `${one.group ? `${one.group}/` : ''}${one.name} ${one.version}`,
      join(ROOT, 'web/node_modules', `${one.group ? `${one.group}/` : ''}${one.name}`),
    ]),
  ]
  writeFileSync(join(folder, 'THIRD-PARTY.txt'), texts(folders))
  console.log(
    `sbom: ${binary.components.length} components of the binary, ${web.components.length} of the web bundle: ${folder}`,
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv[2] ?? join(ROOT, 'target/sbom'))
