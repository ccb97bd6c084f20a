/** Two who changed one row from the same version: what is asked of the second, and how both are joined. Pure. */

type Tree = Record<string, unknown>

export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Only what was changed: a merge patch must not carry away somebody else's work. */
export function changed<T extends object>(before: T, after: T): Partial<T> {
  const kept = Object.entries(after).filter(([name, value]) => !same((before as Tree)[name], value))
  return Object.fromEntries(kept) as Partial<T>
}

/** What one form held when it was begun, what the person made of it, and what was saved meanwhile. */
export interface Versions<V> {
  base: V
  mine: V
  theirs: V
}

/** The fields of a form: what each is called, in the order in which they are asked, and its value as one reads it. */
export interface FieldWords<V, F extends string> {
  /** A dot leads into a group: `child.address`. A field without a name is not written here and stays theirs. */
  labels: Record<F, string>
  show: (field: F, values: V) => string
  /** Asks of all that I changed, also where I was alone in it. */
  askAll?: boolean
}

export interface Difference {
  field: string
  label: string
  mine: string
  theirs: string
}

/** What stands at `child.address`. */
export const read = (values: unknown, path: string): unknown =>
  path.split('.').reduce((part, key) => (part as Tree)[key], values)

function put<T>(values: T, [key, ...rest]: string[], value: unknown): T {
  return key === undefined ? (value as T) : { ...values, [key]: put((values as Tree)[key], rest, value) }
}

function touched<V, F extends string>({ base, mine }: Versions<V>, { labels }: FieldWords<V, F>): F[] {
  return (Object.keys(labels) as F[]).filter((field) => !same(read(mine, field), read(base, field)))
}

function contested<V, F extends string>(versions: Versions<V>, words: FieldWords<V, F>): F[] {
  const { base, mine, theirs } = versions
  return touched(versions, words).filter(
    (field) =>
      !same(read(mine, field), read(theirs, field)) && (words.askAll || !same(read(theirs, field), read(base, field))),
  )
}

/** What both have changed, and differently. */
export function differences<V, F extends string>(versions: Versions<V>, words: FieldWords<V, F>): Difference[] {
  return contested(versions, words).map((field) => ({
    field,
    label: words.labels[field],
    mine: words.show(field, versions.mine),
    theirs: words.show(field, versions.theirs),
  }))
}

/** Theirs, with what I alone have changed, and of what was asked with what I keep. */
export function merged<V, F extends string>(
  versions: Versions<V>,
  words: FieldWords<V, F>,
  keepMine: ReadonlySet<string>,
): V {
  const asked = contested(versions, words)
  return touched(versions, words)
    .filter((field) => keepMine.has(field) || !asked.includes(field))
    .reduce((out, field) => put(out, field.split('.'), read(versions.mine, field)), versions.theirs)
}
