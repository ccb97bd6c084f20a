import { useState } from 'react'
import { useTexts } from '@/lib/i18n'
import { isOffline, isProblem } from '@/lib/problem'
import { useProblemText } from '@/ui/ErrorState'
import type { HowToRead } from '../queries'
import { importTexts } from '../texts'

const MAX_BYTES = 20 * 1_048_576

/** A refusal in full: what it is, what is wrong, what to do. */
export interface Refusal {
  title: string
  detail: string
  remedy: string
}

/** Sends a file; what the server refuses is told with its own words and with a way out. */
export function useReader<T>(send: (file: File, how: HowToRead) => Promise<T>) {
  const t = useTexts(importTexts).upload
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const remedyOf = (error: unknown): string => {
    if (isOffline(error)) return ''
    if (!isProblem(error)) return t.remedy.server
    if (error.status === 415) return t.remedy.type
    if (error.status === 413) return t.remedy.large
    if (error.status === 422) return error.errors.length > 0 ? '' : t.remedy.content
    return error.status >= 500 ? t.remedy.server : ''
  }
  const read = async (file: File, how: HowToRead): Promise<T | null> => {
    if (file.size === 0) setRefusal({ title: t.failed, detail: t.empty, remedy: '' })
    else if (file.size > MAX_BYTES) setRefusal({ title: t.failed, detail: t.tooBig, remedy: t.remedy.large })
    if (file.size === 0 || file.size > MAX_BYTES) return null
    setBusy(true)
    setRefusal(null)
    try {
      return await send(file, how)
    } catch (error) {
      const own = isProblem(error) && error.title ? `${t.failed}: ${error.title.toLowerCase()}` : t.failed
      setRefusal({ title: own, detail: problemText(error), remedy: remedyOf(error) })
      return null
    } finally {
      setBusy(false)
    }
  }
  return { read, busy, refusal }
}
