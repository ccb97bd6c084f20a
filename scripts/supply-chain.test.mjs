import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { linked, sbomOfBinary, texts } from './sbom.mjs'
import {
  advisory,
  compare,
  concerns,
  crateFaults,
  isAllowed,
  metadata,
  npmFaults,
  rules,
  satisfies,
} from './supply-chain.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const run = (program, args) => execFileSync(program, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 28 })
const REGISTRY = 'registry+https://github.com/rust-lang/crates.io-index'

test('a licence is allowed when one side of OR and both of AND are', () => {
  const allowed = new Set(['MIT', 'Apache-2.0', 'Unicode-3.0', 'Apache-2.0 WITH LLVM-exception'])
  for (const good of [
    'MIT',
    'GPL-3.0 OR MIT',
    'MIT/GPL-3.0',
    '(MIT OR GPL-3.0) AND Unicode-3.0',
    'Apache-2.0 WITH LLVM-exception',
  ]) {
    assert.ok(isAllowed(good, allowed), good)
  }
  for (const bad of [
    '',
    'GPL-3.0',
    'MIT AND GPL-3.0',
    '(GPL-3.0 OR AGPL-3.0) AND MIT',
    'GPL-3.0 WITH LLVM-exception',
    'MIT GPL-3.0',
  ]) {
    assert.ok(!isAllowed(bad, allowed), bad)
  }
})

test('what deny.toml forbids is named', () => {
  const deny = rules(readFileSync(`${ROOT}/deny.toml`, 'utf8'))
  assert.ok(deny.allowed.has('MIT') && deny.allowed.has('EUPL-1.2') && !deny.allowed.has('GPL-3.0'))
  assert.ok(deny.forbidden.get('openssl-sys') && deny.ignored.size > 0)
  const one = { name: 'x', version: '1.0.0', source: REGISTRY, license: 'MIT' }
  assert.deepEqual(crateFaults([one], deny), [])
  const bad = [
    { ...one, source: 'git+https://example.com/x' },
    { ...one, name: 'openssl-sys' },
    { ...one, license: null },
    { ...one, license: 'GPL-3.0-only' },
  ]
  for (const other of bad) assert.equal(crateFaults([other], deny).length, 1, JSON.stringify(other))
  const lock = (entry) => ({
    packages: { '': {}, 'node_modules/x': { version: '1.0.0', integrity: 'sha512-x', license: 'MIT', ...entry } },
  })
  assert.deepEqual(npmFaults(lock({}), 'web', deny.allowed), [])
  assert.deepEqual(npmFaults(lock({ license: 'GPL-3.0', dev: true }), 'web', deny.allowed), [])
  for (const entry of [{ resolved: 'https://evil.example/x.tgz' }, { integrity: undefined }, { license: 'GPL-3.0' }]) {
    assert.equal(npmFaults(lock(entry), 'web', deny.allowed).length, 1, JSON.stringify(entry))
  }
})

test('versions and what Cargo asks of them', () => {
  assert.equal(compare('1.10.0', '1.9.3'), 1)
  assert.equal(compare('1.0.0-rc.1', '1.0.0'), -1)
  for (const [version, requirement, expected] of [
    ['1.2.3', '>= 1.2.3', true],
    ['1.2.3', '>1.2.3', false],
    ['1.3.0', '>= 1.2, < 1.3', false],
    ['0.3.9', '^0.3.1', true],
    ['0.4.0', '^0.3.1', false],
    ['2.0.0', '^1.2', false],
    ['1.2.9', '~1.2.3', true],
    ['1.3.0', '~1.2.3', false],
    ['1.0.0', '= 1.0.0', true],
  ]) {
    assert.equal(satisfies(version, requirement), expected, `${version} ${requirement}`)
  }
})

test('an advisory concerns what is neither mended nor free of it', () => {
  const text =
    '```toml\n[advisory]\nid = "RUSTSEC-2024-0001"\npackage = "x"\n[versions]\npatched = [">= 1.4.2", "^1.3.9"]\nunaffected = ["< 1.0.0"]\n```\n\n# Something is wrong\n'
  const found = advisory(text)
  assert.deepEqual([found.id, found.crate, found.title], ['RUSTSEC-2024-0001', 'x', 'Something is wrong'])
  assert.deepEqual(
    ['0.9.0', '1.3.8', '1.3.9', '1.4.2', '2.0.0'].map((version) => concerns(found, version)),
    [false, true, false, false, false],
  )
  assert.ok(!concerns({ ...found, withdrawn: '2024-02-01' }, '1.3.8'))
})

test('the list of the binary names every crate that it is made of, with licence and checksum', () => {
  const host = run('rustc', ['-vV']).match(/^host: (.+)$/m)[1]
  const data = metadata(`--filter-platform=${host}`)
  const sbom = sbomOfBinary(data, readFileSync(`${ROOT}/Cargo.lock`, 'utf8'))
  const listed = new Set(sbom.components.map((one) => `${one.name} ${one.version}`))
  // Cargo's own word for what is compiled in.
  const tree = run('cargo', [
    'tree',
    '--locked',
    '-p',
    'bup',
    '-e',
    'normal',
    '--prefix',
    'none',
    '--format',
    '{p}',
    '--target',
    host,
  ])
  const wanted = [
    ...new Set(
      tree
        .split('\n')
        .filter(Boolean)
        .map((line) =>
          line
            .match(/^(\S+) v(\S+)/)
            .slice(1)
            .join(' '),
        ),
    ),
  ]
  assert.ok(wanted.length > 200)
  assert.deepEqual(
    wanted.filter((one) => !listed.has(one) && !one.startsWith('bup ')),
    [],
  )
  for (const one of sbom.components) {
    assert.ok(one.licenses.length, `${one.name} has no licence`)
    if (one.purl.startsWith('pkg:cargo/') && !one.name.startsWith('bup'))
      assert.equal(one.hashes?.[0].content.length, 64, one.name)
  }
  assert.ok(sbom.components.some((one) => one.name === 'sqlite' && /^3\.\d+\.\d+$/.test(one.version)))
  const known = new Set([sbom.metadata.component, ...sbom.components].map((one) => one['bom-ref']))
  for (const { ref, dependsOn } of sbom.dependencies)
    assert.ok(
      [ref, ...dependsOn].every((one) => known.has(one)),
      ref,
    )
  assert.ok(linked(data).edges.size < data.packages.length, 'tests and tools are no part of it')
})

test('licence texts stand once, with all who are under them', () => {
  const [own] = [...linked(metadata()).packages.values()].filter((one) => one.name === 'serde')
  const folder = own.manifest_path.replace(/Cargo\.toml$/, '')
  const text = texts([
    ['a 1', folder],
    ['b 2', folder],
    ['c 3', '/nowhere'],
  ])
  assert.match(text, /^a 1, b 2\n/)
  assert.match(text, /c 3/)
})
