import { useState, type FormEvent } from 'react'
import type { Obstacle } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { readDraft, useDraft } from '@/lib/useDraft'
import { Button } from '@/ui/Button'
import { Textarea } from '@/ui/inputs'
import { useAct } from '@/ui/useAct'
import { instruct, INSTRUCTION_TOUCHES } from '../queries'
import { superiorTexts } from '../texts'

/** The draft is the same as on the obstacle's own page: what was begun there goes on here. */
export function InstructionForm({ obstacle, onClose }: { obstacle: Obstacle; onClose: () => void }) {
  const t = useTexts(superiorTexts).obstacles
  const { me } = useSession()
  const { act, busy } = useAct(INSTRUCTION_TOUCHES)
  const draftKey = `${me.user.id}.answer.${obstacle.id}`
  const [text, setText] = useState(() => readDraft<string>(draftKey) ?? '')
  const [missing, setMissing] = useState(false)
  useDraft(draftKey, text || null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!text.trim()) return setMissing(true)
    const done = await act('instruct', (key) => instruct(obstacle, key, text.trim()), t.sent)
    if (!done) return
    setText('')
    onClose()
  }
  return (
    <form className="stack no-print" onSubmit={(event) => void submit(event)} noValidate>
      <Textarea
        label={t.label}
        description={t.hint}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setMissing(false)
        }}
        error={missing ? t.missing : undefined}
        autosize
        minRows={3}
        maxLength={4000}
        autoFocus
      />
      <div className="row">
        <Button type="submit" loading={busy !== null}>
          {t.send}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t.close}
        </Button>
      </div>
    </form>
  )
}
