/**
 * Two complete languages, checked by the compiler: `en` must have the shape of `vi`, so a missing or an extra text is
 * a type error. One `texts.ts` per feature travels in that feature's chunk. Decision: docs/decisions.md.
 */
import { useSyncExternalStore } from 'react'

export type Language = 'vi' | 'en'
export interface Texts<T> {
  readonly vi: T
  readonly en: T
}

const KEY = 'bup.language'
const listeners = new Set<() => void>()
let language: Language = read()

function read(): Language {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'vi'
  } catch {
    return 'vi'
  }
}

type Widen<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { [K in keyof T]: Widen<T[K]> }

export function defineTexts<T>(vi: T, en: Widen<NoInfer<T>>): Texts<Widen<T>> {
  return { vi: vi as Widen<T>, en: en as Widen<T> }
}

export function currentLanguage(): Language {
  return language
}

export function setLanguage(next: Language): void {
  language = next
  document.documentElement.lang = next
  try {
    localStorage.setItem(KEY, next)
  } catch {
    // Private windows may refuse storage: the choice then lasts until the tab is closed.
  }
  for (const tell of listeners) tell()
}

export function onLanguageChange(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

export function useLanguage(): Language {
  return useSyncExternalStore(onLanguageChange, currentLanguage)
}

export function useTexts<T>(texts: Texts<T>): T {
  return texts[useLanguage()]
}

/** For code outside React (toasts, senders). */
export function say<T>(texts: Texts<T>): T {
  return texts[language]
}
