import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '@/lib/ids'
import { useProblemText } from './ErrorState'
import { toast } from './toast'

/**
 * An act of will on a row: one key for its whole life, a word when it is done, the server's sentence when it is not,
 * and fresh data in both cases (a 409 means that somebody else was quicker).
 */
export function useAct(touches: QueryKey[]) {
  const queries = useQueryClient()
  const problemText = useProblemText()
  const [busy, setBusy] = useState<string | null>(null)
  const act = async <T>(name: string, run: (key: string) => Promise<T>, done?: string): Promise<T | null> => {
    setBusy(name)
    try {
      const answer = await run(newId())
      if (done) toast.ok(done)
      return answer
    } catch (error) {
      toast.error(problemText(error))
      return null
    } finally {
      setBusy(null)
      for (const queryKey of touches) void queries.invalidateQueries({ queryKey })
    }
  }
  return { act, busy }
}
