import { useRef, useState, type ReactNode } from 'react'
import { differences, merged, type FieldWords, type Versions } from '@/lib/merge'
import { isProblem } from '@/lib/problem'
import { StaleCompare } from './StaleCompare'
import { useHouseForm, type HouseFormOptions } from './useHouseForm'

/** The version that a form's values come from. */
interface From<V> {
  version: number
  values: V
}

interface Options<R, V extends object, F extends string> extends Pick<HouseFormOptions<V>, 'schema'> {
  row: R
  valuesOf: (row: R) => V
  /** What was written before and not sent. */
  draft?: Partial<V> | null
  words: FieldWords<V, F>
  /** Sends what was made of `from`. A 412 is thrown on: the comparison follows. */
  send: (values: V, from: From<V>, key: string) => Promise<void>
}

/**
 * A form of a row that others may change meanwhile. Where somebody saved first, both versions are compared field by
 * field (`compare` stands in the page), joined, and sent again over the newer version.
 */
export function useEditForm<R extends { version: number }, V extends object, F extends string>({
  row,
  valuesOf,
  draft,
  schema,
  words,
  send,
}: Options<R, V, F>) {
  const read = (of: R): From<V> => ({ version: of.version, values: valuesOf(of) })
  const [first] = useState(() => read(row))
  // Moves on when a newer version is merged in; a ref, since the send that follows runs in the same tick.
  const from = useRef(first)
  const [stale, setStale] = useState<{ base: V; newer: From<V> } | null>(null)
  const house = useHouseForm<V>({
    initial: { ...first.values, ...draft },
    schema,
    send: async (values, key) => {
      try {
        await send(values, from.current, key)
      } catch (error) {
        if (!isProblem(error, 412) || !error.current) throw error
        setStale({ base: from.current.values, newer: read(error.current as R) })
      }
    },
  })
  let compare: ReactNode = null
  if (stale) {
    const { base, newer } = stale
    const versions: Versions<V> = { base, mine: house.values, theirs: newer.values }
    compare = (
      <StaleCompare
        differences={differences(versions, words)}
        onCancel={() => setStale(null)}
        onResolve={(keepMine) => {
          from.current = newer
          house.form.setValues(merged(versions, words, keepMine))
          setStale(null)
          // The values land in the form's state first.
          setTimeout(() => void house.onSubmit(), 0)
        }}
      />
    )
  }
  return { ...house, compare }
}
