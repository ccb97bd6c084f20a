import { replaceEqualDeep } from '@tanstack/react-query'

interface Versioned {
  id: string
  version: number
}

function isVersioned(data: unknown): data is Versioned {
  if (typeof data !== 'object' || data === null) return false
  const { id, version } = data as Partial<Record<keyof Versioned, unknown>>
  return typeof id === 'string' && typeof version === 'number'
}

/**
 * Of two answers about one row the newer stays: a fetch that was under way while the row was saved brings what it was
 * before, and the next save would be refused as if somebody else had been quicker.
 */
export function newest(old: unknown, next: unknown): unknown {
  const isOutrun = isVersioned(old) && isVersioned(next) && old.id === next.id && old.version > next.version
  return isOutrun ? old : replaceEqualDeep(old, next)
}
