/** Small per-browser settings and drafts; a browser that refuses storage only forgets them. */
export function remember(key: string, value: unknown): void {
  try {
    if (value === null || value === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // Full or forbidden storage must not stop the work.
  }
}

export function recall<T>(key: string): T | null {
  try {
    const text = localStorage.getItem(key)
    return text === null ? null : (JSON.parse(text) as T)
  } catch {
    return null
  }
}

/** Removes everything of ours that belongs to a person (drafts, filters), keeping the language. */
export function forgetPersonal(): void {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith('bup.') && key !== 'bup.language') localStorage.removeItem(key)
    }
  } catch {
    // Nothing kept, nothing to forget.
  }
}
