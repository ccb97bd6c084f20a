/**
 * The token of a one-time link stands behind `#`, where no server sees it. It leaves the address at once (history,
 * screenshots, "send page") and lives in this module only: a page loaded anew needs the link anew.
 */
/** The pages that a link without an account opens. */
const PAGES = ['/tra-loi', '/diem-danh-ho']

let token = ''
const listeners = new Set<() => void>()

export function takeToken(): void {
  const found = location.hash.slice(1)
  if (!found || !PAGES.includes(location.pathname)) return
  token = found
  history.replaceState(history.state, '', location.pathname)
  for (const tell of listeners) tell()
}

export const linkToken = {
  get: () => token,
  forget(): void {
    token = ''
  },
  /** Another link opened in the same tab changes what is behind `#` alone and loads nothing. */
  subscribe(tell: () => void): () => void {
    listeners.add(tell)
    addEventListener('hashchange', takeToken)
    return () => {
      listeners.delete(tell)
      removeEventListener('hashchange', takeToken)
    }
  },
}
