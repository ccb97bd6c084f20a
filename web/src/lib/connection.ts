/** Whether the server can be reached: learnt from real answers, because a browser's online flag only knows the cable. */
let reachable = typeof navigator === 'undefined' ? true : navigator.onLine
const listeners = new Set<() => void>()

function change(next: boolean): void {
  if (next === reachable) return
  reachable = next
  for (const tell of listeners) tell()
}

export const connection = {
  get reachable() {
    return reachable
  },
  lost: () => change(false),
  restored: () => change(true),
  subscribe(tell: () => void): () => void {
    listeners.add(tell)
    return () => listeners.delete(tell)
  },
}
