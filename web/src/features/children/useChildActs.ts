import { useQueryClient } from '@tanstack/react-query'
import type { Attachment, Child } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { ask } from '@/ui/ConfirmDialog'
import { useAct } from '@/ui/useAct'
import { cancelCircumstance, cancelSupport, childQuery, removePaper } from './queries'
import { childTexts } from './texts'

/** What belongs to a child but is not the child itself: read anew after a change. */
const PARTS = [
  ['children', 'circumstances'],
  ['children', 'supports'],
  ['children', 'history'],
  ['children', 'looks'],
]

/** Puts the answer of an act in the place of the child: reading it again would be one more look in the log. */
export function useTakeChild(): (child: Child) => void {
  const queries = useQueryClient()
  return (child) => {
    queries.setQueryData(childQuery(child.id).queryKey, child)
    for (const queryKey of [...PARTS, ['children', 'list']]) void queries.invalidateQueries({ queryKey })
  }
}

/** Taking back what was written down by mistake: asks why, because the reason is all that is kept. */
export function useCancel(child: Child) {
  const t = useTexts(childTexts)
  const take = useTakeChild()
  const { act, busy } = useAct(PARTS)
  const reason = { label: t.circumstance.reason, missing: t.circumstance.reasonMissing }
  const circumstance = async (id: string) => {
    const { cancelTitle: title, cancelBody: body, cancelDo: confirm, cancelled } = t.circumstance
    const answer = await ask({ title, body, confirm, danger: true, reason })
    if (!answer.yes) return
    const next = await act(id, (key) => cancelCircumstance(child.id, id, key, answer.reason), cancelled)
    if (next) take(next)
  }
  const support = async (id: string) => {
    const { cancelTitle: title, cancelBody: body } = t.support
    const answer = await ask({ title, body, confirm: t.circumstance.cancelDo, danger: true, reason })
    if (!answer.yes) return
    const next = await act(id, (key) => cancelSupport(child.id, id, key, answer.reason), t.circumstance.cancelled)
    if (next) take(next)
  }
  const paper = async (circumstance: string, file: Attachment) => {
    const { removeTitle: title, removeBody, removeDo: confirm, removed } = t.circumstance.file
    const answer = await ask({ title, body: removeBody(file.file_name), confirm, danger: true })
    if (!answer.yes) return
    const next = await act(file.id, () => removePaper(child.id, circumstance, file), removed)
    if (next) take(next)
  }
  return { circumstance, support, paper, busy }
}
