// node --test scripts/openapi-compatible.test.mjs
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { breaks } from './openapi-compatible.mjs'

const ref = (name) => ({ $ref: `#/components/schemas/${name}` })
const json = (schema) => ({ 'application/json': { schema } })

/** A small document; `change` gets a copy of it to spoil. */
function changed(change) {
  const old = {
    paths: {
      '/things': {
        get: {
          operationId: 'list',
          security: [{ bearer: ['things:read'] }],
          parameters: [
            { name: 'q', in: 'query', required: false, schema: { type: 'string' } },
            { name: 'kind', in: 'query', required: false, schema: ref('Kind') },
          ],
          responses: { 200: { content: json({ type: 'array', items: ref('Thing') }) }, 404: {} },
        },
        post: {
          operationId: 'create',
          requestBody: { required: true, content: json(ref('NewThing')) },
          responses: { 201: { content: json(ref('Thing')) } },
        },
      },
      '/things/{id}': { get: { operationId: 'read', responses: { 200: { content: json(ref('Thing')) }, 204: {} } } },
    },
    components: {
      schemas: {
        Kind: { type: 'string', enum: ['a', 'b'] },
        Base: {
          type: 'object',
          required: ['id', 'count'],
          properties: { id: { type: 'string' }, count: { type: 'integer' } },
        },
        Thing: {
          allOf: [
            ref('Base'),
            {
              type: 'object',
              required: ['kind'],
              properties: {
                kind: ref('Kind'),
                note: { type: ['string', 'null'] },
                parent: { oneOf: [ref('Thing'), { type: 'null' }] },
              },
            },
          ],
        },
        NewThing: {
          type: 'object',
          required: ['kind'],
          properties: { kind: ref('Kind'), count: { type: 'integer', format: 'int32' } },
          additionalProperties: false,
        },
      },
    },
  }
  const now = structuredClone(old)
  change(now, now.components.schemas)
  return breaks(old, now)
}

const base = (schemas) => schemas.Base.properties
const own = (schemas) => schemas.Thing.allOf[1].properties

test('what an earlier program does not notice', () => {
  assert.deepEqual(
    changed(() => {}),
    [],
  )
  const fine = changed((now, schemas) => {
    base(schemas).more = { type: 'string' }
    schemas.Base.required.push('more')
    own(schemas).note = { type: 'string' }
    schemas.NewThing.properties.note = { type: 'string' }
    schemas.NewThing.required = []
    schemas.NewThing.properties.count.format = 'int64'
    schemas.Kind.enum.push('c')
    now.paths['/others'] = { get: { responses: { 200: {} } } }
    now.paths['/things'].get.parameters.push({ name: 'more', in: 'query', required: false, schema: { type: 'string' } })
    now.paths['/things'].get.security.push({ key: [] })
    now.paths['/things'].get.responses[200].content['text/csv'] = { schema: { type: 'string' } }
    now.paths['/things/{thing_id}'] = now.paths['/things/{id}']
    delete now.paths['/things/{id}']
    delete now.paths['/things'].get.responses[404]
  })
  assert.deepEqual(fine, [])
})

for (const [what, change, expected] of [
  ['an operation', (now) => delete now.paths['/things'].post, 'POST /things is gone'],
  ['its name', (now) => (now.paths['/things'].get.operationId = 'all'), 'GET /things: its name list is now all'],
  ['a member', (_, schemas) => delete base(schemas).count, 'Thing.count is gone'],
  ['an optional member', (_, schemas) => delete own(schemas).note, 'Thing.note is gone'],
  ['a promise', (_, schemas) => schemas.Base.required.pop(), 'Thing.count is not always there'],
  ['its type', (_, schemas) => (base(schemas).count.type = 'string'), 'Thing.count: string may come'],
  [
    'a member of another type',
    (_, schemas) => (own(schemas).kind = { type: 'boolean' }),
    'Thing.kind: boolean may come',
  ],
  [
    'nothing where something was',
    (_, schemas) => (base(schemas).id.type = ['string', 'null']),
    'Thing.id: null may come',
  ],
  ['a number', (_, schemas) => (base(schemas).count.type = 'number'), 'Thing.count: number may come'],
  [
    'a list',
    (now) => (now.paths['/things'].get.responses[200].content = json(ref('Thing'))),
    'GET /things: answer 200: object may come',
  ],
  ['a status', (now) => delete now.paths['/things/{id}'].get.responses[204], 'GET /things/{}: answers 204 no more'],
  [
    'a media type',
    (now) => (now.paths['/things'].post.responses[201].content = {}),
    'POST /things: answer 201 has no application/json any more',
  ],
  ['a word that was sent', (_, schemas) => schemas.Kind.enum.pop(), 'Kind (sent): the word b is not taken any more'],
  [
    'new words alone',
    (_, schemas) => (schemas.NewThing.properties.count.enum = [1]),
    'NewThing (sent).count: only certain words are taken now',
  ],
  [
    'a member to send',
    (_, schemas) => schemas.NewThing.required.push('count'),
    'NewThing (sent).count is required now',
  ],
  [
    'a member sent',
    (_, schemas) => delete schemas.NewThing.properties.count,
    'NewThing (sent).count is not taken any more',
  ],
  [
    'a bound',
    (_, schemas) => (schemas.NewThing.properties.count.minimum = 1),
    'NewThing (sent).count: minimum is stricter',
  ],
  [
    'a parameter',
    (now) => now.paths['/things'].get.parameters.shift(),
    'GET /things: parameter q is not taken any more',
  ],
  [
    'a parameter to send',
    (now) => (now.paths['/things'].get.parameters[0].required = true),
    'GET /things: parameter q is required now',
  ],
  [
    'a body to send',
    (now) => (now.paths['/things/{id}'].get.requestBody = { required: true, content: {} }),
    'GET /things/{}: a body is required now',
  ],
  [
    'another right',
    (now) => now.paths['/things'].get.security[0].bearer.push('more'),
    'GET /things: needs a right that it did not need',
  ],
  [
    'a right at all',
    (now) => (now.paths['/things'].post.security = [{ bearer: [] }]),
    'POST /things: needs a right that it did not need',
  ],
]) {
  test(`an earlier program stumbles over ${what}`, () => {
    const found = changed(change)
    assert.ok(found.includes(expected), JSON.stringify(found))
  })
}

test('spoiling the real document anywhere is noticed', () => {
  const text = readFileSync(new URL('../openapi/bup.v1.json', import.meta.url), 'utf8')
  const now = JSON.parse(text)
  delete now.components.schemas.IndicatorValue.properties.hidden
  now.components.schemas.ReportSending.required = ['number']
  now.paths['/api/v1/reports/feed'].get.security = [{ bearer: ['reports:read', 'plans:read'] }]
  assert.deepEqual(breaks(JSON.parse(text), now).sort(), [
    'GET /api/v1/reports/feed: needs a right that it did not need',
    'IndicatorValue.hidden is gone',
    'ReportSending (sent).number is required now',
  ])
})

test('a file is bytes, as a list of numbers or as binary, and nothing else', () => {
  const file = (schema) => ({
    paths: { '/f': { get: { operationId: 'f', responses: { 200: { content: { 'application/pdf': { schema } } } } } } },
  })
  const numbers = { type: 'array', items: { type: 'integer', format: 'int32', minimum: 0 } }
  const binary = { type: 'string', format: 'binary' }
  assert.deepEqual(breaks(file(numbers), file(binary)), [])
  assert.notDeepEqual(breaks(file(numbers), file({ type: 'object' })), [])
  assert.notDeepEqual(breaks(file({ type: 'string' }), file({ type: 'integer' })), [])
})
