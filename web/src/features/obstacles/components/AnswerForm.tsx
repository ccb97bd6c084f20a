import { useState, type FormEvent } from 'react'
import type { Obstacle } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { readDraft, useDraft } from '@/lib/useDraft'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Textarea } from '@/ui/inputs'
import { useAct } from '@/ui/useAct'
import { answerObstacle, OBSTACLE_TOUCHES } from '../queries'
import { obstacleTexts } from '../texts'

export function AnswerForm({ obstacle }: { obstacle: Obstacle }) {
  const t = useTexts(obstacleTexts).act
  const { me } = useSession()
  const { act, busy } = useAct(OBSTACLE_TOUCHES)
  const draftKey = `${me.user.id}.answer.${obstacle.id}`
  const [text, setText] = useState(() => readDraft<string>(draftKey) ?? '')
  const [missing, setMissing] = useState(false)
  useDraft(draftKey, text || null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!text.trim()) return setMissing(true)
    const done = await act('answer', (key) => answerObstacle(obstacle, key, text.trim()), t.answered)
    if (done) setText('')
  }
  return (
    <Card>
      <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
        <Textarea
          label={t.answerLabel}
          description={t.answerHint}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setMissing(false)
          }}
          error={missing ? t.answerMissing : undefined}
          autosize
          minRows={4}
          maxLength={4000}
        />
        <div>
          <Button type="submit" loading={busy !== null}>
            {t.answer}
          </Button>
        </div>
      </form>
    </Card>
  )
}
