// Does a program that was written after an older OpenAPI document still work with this one?
//   node scripts/openapi-compatible.mjs OLD NEW ALLOWED
// ALLOWED is a list of {"break", "reason"}: what was broken on purpose. Exit code 1 names the rest, and what stands there in vain.
// Our own: of what npm has, nothing reads OpenAPI 3.1 without downloading a binary (docs/decisions.md).
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const METHODS = ['get', 'put', 'post', 'delete', 'patch']
/** The two ways a value goes: a program sends it ('in'), or reads it ('out'). What may change differs. */
const IN = 'in'
const OUT = 'out'

/** Sentences, each once, each naming where something broke. */
export function breaks(old, now) {
  const compare = comparer(old, now)
  const found = []
  const current = operations(now)
  for (const [name, before] of operations(old)) {
    const after = current.get(name)
    if (!after) found.push(`${name} is gone`)
    else found.push(...operation(before, after, compare).map((what) => (what.at ? what.text : `${name}: ${what.text}`)))
  }
  return [...new Set(found)]
}

/** By method and path; a placeholder's name is nobody's business but the document's. */
function operations(document) {
  const all = new Map()
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of METHODS.filter((one) => item[one])) {
      const one = item[method]
      const parameters = [...(item.parameters ?? []), ...(one.parameters ?? [])]
      const name = `${method.toUpperCase()} ${path.replace(/\{[^}]*\}/g, '{}')}`
      all.set(name, { security: document.security, ...one, parameters })
    }
  }
  return all
}

function operation(before, after, compare) {
  const found = []
  const say = (text) => found.push({ text })
  if (before.operationId !== after.operationId) say(`its name ${before.operationId} is now ${after.operationId}`)
  if (isStricter(before.security, after.security)) say('needs a right that it did not need')

  // Those of a path have no choice but to be there, and are counted, not named.
  const named = (one) => one.in !== 'path'
  const same = (one) => (other) => other.name.toLowerCase() === one.name.toLowerCase() && other.in === one.in
  for (const one of before.parameters.filter(named)) {
    const other = after.parameters.find(same(one))
    // A parameter that is not known is 400; a header is overlooked.
    if (!other && one.in === 'query') say(`parameter ${one.name} is not taken any more`)
    if (other) found.push(...compare(one.schema, other.schema, IN, `parameter ${one.name}`))
  }
  for (const one of after.parameters.filter((one) => named(one) && one.required)) {
    if (!before.parameters.find(same(one))?.required) say(`parameter ${one.name} is required now`)
  }

  const [sent, taken] = [before.requestBody, after.requestBody]
  if (taken?.required && !sent?.required) say('a body is required now')
  if (sent && !taken) say('a body is not taken any more')
  if (sent && taken) found.push(...contents(sent.content, taken.content, IN, 'the body', compare))

  for (const [status, answer] of Object.entries(before.responses ?? {})) {
    if (!/^2/.test(status)) continue
    const other = after.responses?.[status]
    if (!other) say(`answers ${status} no more`)
    else found.push(...contents(answer.content, other.content, OUT, `answer ${status}`, compare))
  }
  return found
}

const isBytes = (schema) =>
  schema?.format === 'binary' ||
  (schema?.type === 'array' && schema.items?.type === 'integer' && schema.items.format === 'int32')

function contents(before, after, way, at, compare) {
  return Object.entries(before ?? {}).flatMap(([type, { schema }]) => {
    const other = after?.[type]
    // Bytes were a list of numbers in documents before November 2026.
    if (other && isBytes(schema) && isBytes(other.schema)) return []
    return other ? compare(schema, other.schema, way, at) : [{ text: `${at} has no ${type} any more` }]
  })
}

/** Everybody who came in must still come in: for each old way there is a new one that asks for no more. */
function isStricter(before, after) {
  const ways = (list) => (list?.length ? list : [{}])
  const asksNoMore = (now, old) =>
    Object.entries(now).every(([scheme, rights]) => scheme in old && rights.every((one) => old[scheme].includes(one)))
  return !ways(before).every((old) => ways(after).some((now) => asksNoMore(now, old)))
}

/** Compares two schemas; `{at: true}` where the text names a schema of its own and the operation need not be told. */
function comparer(old, now) {
  const known = new Map()

  function compare(before, after, way, at) {
    const [left, right] = [forms(before, old), forms(after, now)]
    // Whatever may come must have a place: what the server answers now in what was read, what was sent in what it takes.
    const [come, places] = way === OUT ? [right, left] : [left, right]
    return come.flatMap((one) => {
      const tries = places
        .filter((place) => fits(one.kind, place.kind))
        .map((place) => (way === OUT ? named(place, one, way, at) : named(one, place, way, at)))
      if (tries.length === 0)
        return [{ text: `${at}: ${one.kind} ${way === OUT ? 'may come' : 'is not taken any more'}` }]
      return tries.reduce((best, other) => (other.length < best.length ? other : best))
    })
  }

  /** A schema with a name is compared once, under its name. */
  function named(before, after, way, at) {
    if (!before.name) return form(before, after, way, at)
    const key = JSON.stringify([before.name, after.name ?? at, before.kind, after.kind, way])
    if (!known.has(key)) {
      // It may hold itself.
      known.set(key, [])
      const found = form(before, after, way, way === IN ? `${before.name} (sent)` : before.name)
      known.set(
        key,
        found.map((what) => ({ ...what, at: true })),
      )
    }
    return known.get(key)
  }

  function form({ schema: before }, { schema: after }, way, at) {
    const found = []
    const say = (text) => found.push({ text: `${at}${text}` })
    if (before.format && before.format !== after.format) {
      const wider = way === IN && (!after.format || (before.format === 'int32' && after.format === 'int64'))
      if (!wider) say(`: ${before.format} is now ${after.format ?? 'anything'}`)
    }
    // Words may be added to an answer (the guide says so); what was sent must still be taken.
    if (way === IN && after.enum) {
      if (!before.enum) say(': only certain words are taken now')
      for (const word of (before.enum ?? []).filter((one) => !after.enum.includes(one)))
        say(`: the word ${word} is not taken any more`)
    }
    if (way === IN) {
      for (const least of ['minimum', 'minLength', 'minItems']) {
        if (after[least] !== undefined && after[least] > (before[least] ?? -Infinity)) say(`: ${least} is stricter`)
      }
      for (const most of ['maximum', 'maxLength', 'maxItems']) {
        if (after[most] !== undefined && after[most] < (before[most] ?? Infinity)) say(`: ${most} is stricter`)
      }
    }
    if (before.items && after.items) found.push(...compare(before.items, after.items, way, `${at}[]`))
    const [mine, theirs] = [before.additionalProperties, after.additionalProperties]
    if (typeof mine === 'object' && typeof theirs === 'object') found.push(...compare(mine, theirs, way, `${at}.*`))

    const [had, has] = [before.properties ?? {}, after.properties ?? {}]
    for (const [name, member] of Object.entries(had)) {
      if (name in has) {
        found.push(...compare(member, has[name], way, `${at}.${name}`))
        if (way === OUT && before.required?.includes(name) && !after.required?.includes(name))
          say(`.${name} is not always there`)
      } else if (way === OUT) say(`.${name} is gone`)
      // Where other members are let through, it is merely overlooked.
      else if (theirs === false) say(`.${name} is not taken any more`)
    }
    if (way === IN) {
      for (const name of (after.required ?? []).filter((one) => !before.required?.includes(one)))
        say(`.${name} is required now`)
    }
    return found
  }

  return compare
}

const fits = (kind, place) => kind === place || place === 'anything' || (kind === 'integer' && place === 'number')

/** The forms that a value may take, each of one kind; references followed, `allOf` made one. */
function forms(schema, document) {
  if (schema === undefined || schema === true) return [{ kind: 'anything', schema: {} }]
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1)
    return forms(document.components.schemas[name], document).map((one) => ({ ...one, name }))
  }
  const choices = schema.oneOf ?? schema.anyOf
  if (choices) return choices.flatMap((one) => forms(one, document))
  if (schema.allOf) {
    // Each part may itself be a choice: every combination is a form.
    const one = [{ kind: 'object', schema: { type: 'object' } }]
    return schema.allOf.reduce((all, part) => all.flatMap((a) => forms(part, document).map((b) => both(a, b))), one)
  }
  const kinds = [schema.type ?? (schema.properties ? 'object' : 'anything')].flat()
  return kinds.map((kind) => ({ kind, schema }))
}

function both({ schema: a }, { kind, schema: b }) {
  const properties = { ...a.properties, ...b.properties }
  const required = [...(a.required ?? []), ...(b.required ?? [])]
  return { kind, schema: { ...a, ...b, properties, required } }
}

function main([oldPath, newPath, allowedPath]) {
  const [old, now, allowed] = [oldPath, newPath, allowedPath].map((path) => JSON.parse(readFileSync(path, 'utf8')))
  const found = breaks(old, now)
  const news = found.filter((what) => !allowed.some((one) => one.break === what && one.reason))
  const vain = allowed.filter((one) => !found.includes(one.break))
  for (const what of news) console.error(`breaks who uses ${oldPath}: ${what}`)
  for (const one of vain) console.error(`${allowedPath} allows what is not broken: ${one.break}`)
  if (news.length > 0 || vain.length > 0) process.exitCode = 1
  else console.log(`${newPath} serves who uses ${oldPath}; ${allowed.length} breaks allowed, with reasons`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2))
