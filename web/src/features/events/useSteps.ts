import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { newId } from '@/lib/ids'
import { isProblem } from '@/lib/problem'
import { EVENT_TOUCHES } from './queries'

/** Sends a step under one key until the server has answered; becomes the refusal, for the dialog to say. */
export function useSteps() {
  const queries = useQueryClient()
  const key = useRef(newId())
  const [busy, setBusy] = useState(false)
  const send = async (run: (key: string) => Promise<unknown>): Promise<unknown> => {
    setBusy(true)
    try {
      await run(key.current)
      return null
    } catch (error) {
      // A refusal is remembered under its key.
      if (isProblem(error)) key.current = newId()
      return error
    } finally {
      setBusy(false)
      for (const queryKey of EVENT_TOUCHES) void queries.invalidateQueries({ queryKey })
    }
  }
  return { busy, send }
}
