import { useEffect, useRef } from 'react'
import { recall, remember } from './storage'

const keyOf = (key: string) => `bup.draft.${key}`

export function readDraft<T>(key: string): T | null {
  return recall<T>(keyOf(key))
}

export function keepDraft(key: string, value: unknown): void {
  remember(keyOf(key), value)
}

/** Keeps what a person is typing on this device until it is sent; null forgets it. */
export function useDraft<T>(key: string, value: T | null): void {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
    const timer = setTimeout(() => keepDraft(key, value), 300)
    return () => clearTimeout(timer)
  }, [key, value])
  useEffect(() => () => keepDraft(key, latest.current), [key])
}
