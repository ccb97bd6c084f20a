import { seal } from './seal'
import { mayKeep } from './sealed'
import { outbox } from './useOutbox'

interface SealedJob {
  /** The key of the first try: the server may have taken it, and only the answer was lost. */
  id: string
  kind: string
  /** Says nothing of what is told: it lies in the clear. */
  title: string
  body: unknown
}

/** What tells about a child, and met no network, into the outbox; false where this machine keeps nothing. */
export async function queueSealed(userId: string, { id, kind, title, body }: SealedJob): Promise<boolean> {
  // A machine that many use keeps nothing about a child, sealed or not.
  if (!mayKeep()) return false
  const object = `${kind}:${id}`
  await outbox.send({ id, kind, object, title, body: { sealed: await seal(userId, object, body) } })
  return true
}
