import { useState } from 'react'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { newId } from '@/lib/ids'
import { isProblem } from '@/lib/problem'
import { ask } from '@/ui/ConfirmDialog'
import { useProblemText } from '@/ui/ErrorState'
import { toast } from '@/ui/toast'
import { readImport, undoImport, type ChildImport } from './queries'
import { importTexts } from './texts'

/** Tells what an undo does, asks, does it; a refused one shows what the import has become. */
export function useUndo(onDone: (done: ChildImport) => void) {
  const t = useTexts(importTexts).undo
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const undo = async (one: Pick<ChildImport, 'id' | 'undo_until'>) => {
    const until = one.undo_until ? ` ${t.until(formatInstant(one.undo_until))}` : ''
    const question = { title: t.confirmTitle, body: `${t.what}${until}`, confirm: t.confirm, danger: true }
    if (!(await ask(question)).yes) return
    setBusy(true)
    try {
      onDone(await undoImport(one.id, newId()))
      toast.ok(t.done)
    } catch (error) {
      toast.error(problemText(error))
      if (isProblem(error, 409)) await readImport(one.id).then(onDone, () => undefined)
    } finally {
      setBusy(false)
    }
  }
  return { undo, busy }
}
