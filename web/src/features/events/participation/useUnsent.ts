import { useEffect, useRef, useState } from 'react'
import type { EventMark, EventMarksTaken } from '@/api/types'
import { isOffline, isProblem } from '@/lib/problem'
import { useProblemText } from '@/ui/ErrorState'
import type { Kind } from './checkin'

const AGAIN = 4000

/**
 * Marks of a helper without an account, in memory until the server has them. Sent again, one counts once: the server
 * knows it by child, time and kind.
 */
export function useUnsent(
  post: (marks: EventMark[]) => Promise<EventMarksTaken>,
  onTaken: (taken: EventMarksTaken) => void,
) {
  const problemText = useProblemText()
  const [queue, setQueue] = useState<EventMark[]>([])
  const [offline, setOffline] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)
  const sending = useRef(false)
  const doing = useRef({ post, onTaken })
  useEffect(() => {
    doing.current = { post, onTaken }
  })

  useEffect(() => {
    if (queue.length === 0 || failed) return undefined
    const send = async () => {
      if (sending.current) return
      sending.current = true
      try {
        const taken = await doing.current.post(queue)
        doing.current.onTaken(taken)
        setOffline(false)
        setQueue((old) => old.filter((mark) => !queue.includes(mark)))
      } catch (error) {
        // A gate is busy, or the network is gone: neither loses a mark. What the server refuses is told.
        const wait = isOffline(error) || (isProblem(error) && (error.status >= 500 || error.status === 429))
        if (wait) {
          setOffline(true)
          setTimeout(() => setQueue((old) => [...old]), AGAIN)
        } else setFailed(problemText(error))
      } finally {
        sending.current = false
      }
    }
    const rest = setTimeout(() => void send(), 300)
    return () => clearTimeout(rest)
  }, [queue, failed, problemText])

  const marks = new Map(queue.map((mark) => [mark.child_id, mark]))
  const add = (child_id: string, kind: Kind) =>
    setQueue((old) => [...old, { child_id, kind, note: '', marked_at: new Date().toISOString() }])
  return { marks, add, isOffline: offline, failed }
}
