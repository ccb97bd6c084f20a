import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Child } from '@/api/types'
import { formatDate } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { newId } from '@/lib/ids'
import { Button } from '@/ui/Button'
import { useProblemText } from '@/ui/ErrorState'
import { Modal } from '@/ui/Modal'
import { Notice } from '@/ui/Notice'
import { Radio } from '@/ui/Radio'
import { uiTexts } from '@/ui/texts'
import { toast } from '@/ui/toast'
import { compare, takeOf, type Merged } from '../merge'
import { CHILD_TOUCHES, mergeChild } from '../queries'
import { childTexts } from '../texts'
import { useShownValue } from '../useShownValue'
import styles from './child.module.css'

interface MergeDialogProps {
  pair: [Child, Child]
  onClose: () => void
  onDone: (kept: Child) => void
}

/** Which row stays, and which value for each member in which the two contradict each other. */
export function MergeDialog({ pair, onClose, onDone }: MergeDialogProps) {
  const t = useTexts(childTexts).desk
  const ui = useTexts(uiTexts)
  const { label, show } = useShownValue()
  const queries = useQueryClient()
  const problemText = useProblemText()
  const [keepId, setKeepId] = useState(pair[0].id)
  // By member: the row whose value is right.
  const [chosen, setChosen] = useState<Partial<Record<Merged, string>>>({})
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const kept = pair.find((child) => child.id === keepId) ?? pair[0]
  const gone = pair.find((child) => child.id !== kept.id) ?? pair[1]
  const { differing, filled } = compare(kept, gone)
  const birth = (child: Child) =>
    child.birth_year_only ? String(child.birth_year) : formatDate(child.date_of_birth ?? null)
  const shown = (child: Child, member: Merged) =>
    member === 'date_of_birth' ? birth(child) : show(member, child[member])
  const send = async () => {
    setBusy(true)
    setFailure(null)
    try {
      const take = takeOf(differing.filter((member) => chosen[member] === gone.id))
      const next = await mergeChild(kept, newId(), { other_id: gone.id, take })
      for (const queryKey of CHILD_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(t.mergeDone(next.code))
      onDone(next)
    } catch (error) {
      setFailure(problemText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal opened onClose={onClose} title={t.mergeTitle} size="xl">
      <div className="stack">
        {failure ? (
          <Notice tone="danger" live>
            {failure}
          </Notice>
        ) : null}
        <Radio.Group label={t.keep} description={t.keepHint} value={kept.id} onChange={setKeepId}>
          <div className="cols-2" style={{ marginTop: 8 }}>
            {pair.map((child) => (
              <Radio
                key={child.id}
                value={child.id}
                label={`${child.code} · ${child.full_name}`}
                description={[birth(child), child.neighborhood?.name].filter(Boolean).join(' · ')}
              />
            ))}
          </div>
        </Radio.Group>
        <p>{differing.length > 0 ? t.choose : t.nothing}</p>
        {differing.map((member) => (
          <fieldset key={member} className={styles.option}>
            <legend>{label(member)}</legend>
            <div className="cols-2">
              {pair.map((child) => (
                <Radio
                  key={child.id}
                  name={member}
                  checked={(chosen[member] ?? kept.id) === child.id}
                  onChange={() => setChosen((old) => ({ ...old, [member]: child.id }))}
                  label={shown(child, member)}
                  description={child.code}
                />
              ))}
            </div>
          </fieldset>
        ))}
        {filled.length > 0 ? (
          <Notice title={t.filled}>
            {filled.map((member) => `${label(member)}: ${shown(gone, member)}`).join('; ')}
          </Notice>
        ) : null}
        <div className="row">
          <Button loading={busy} onClick={() => void send()}>
            {t.doMerge}
          </Button>
          <Button variant="default" onClick={onClose}>
            {ui.cancel}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
