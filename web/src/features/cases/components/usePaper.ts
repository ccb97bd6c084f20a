import { useState } from 'react'
import { saveBlob } from '@/ui/Attachments'
import { useProblemText } from '@/ui/ErrorState'
import { toast } from '@/ui/toast'

/** Fetches a paper and gives it to the person under a name without the child's. */
export function usePaper() {
  const problemText = useProblemText()
  const [busy, setBusy] = useState<string | null>(null)
  const print = async (what: string, load: () => Promise<Blob>, name: string) => {
    setBusy(what)
    try {
      saveBlob(await load(), `${name}.docx`)
    } catch (error) {
      toast.error(problemText(error))
    } finally {
      setBusy(null)
    }
  }
  return { print, busy }
}
