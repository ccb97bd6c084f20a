import { useEffect, useRef } from 'react'
import { recall, remember } from './storage'

/** Keeps what a person is typing on this device until it is sent. */
export function readDraft<T>(key: string): T | null {
  return recall<T>(`bup.draft.${key}`)
}

export function dropDraft(key: string): void {
  remember(`bup.draft.${key}`, null)
}

export function useDraft<T>(key: string, value: T | null): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => remember(`bup.draft.${key}`, value), 300)
    return () => {
      clearTimeout(timer.current)
      if (value !== null) remember(`bup.draft.${key}`, value)
    }
  }, [key, value])
}
