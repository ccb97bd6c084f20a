import { useState } from 'react'
import type { Obstacle } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Textarea } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { Radio } from '@/ui/Radio'
import { useAct } from '@/ui/useAct'
import { escalateObstacle, OBSTACLE_TOUCHES } from '../queries'
import { obstacleTexts } from '../texts'

export function EscalateDialog({ obstacle, onClose }: { obstacle: Obstacle; onClose: () => void }) {
  const t = useTexts(obstacleTexts).act
  const { act, busy } = useAct(OBSTACLE_TOUCHES)
  // What the leader could not settle goes further up.
  const [to, setTo] = useState<'leader' | 'superior'>(obstacle.escalated_to === 'leader' ? 'superior' : 'leader')
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState(false)
  const send = async () => {
    if (!note.trim()) return setMissing(true)
    const done = await act('escalate', (key) => escalateObstacle(obstacle, key, to, note.trim()), t.escalated)
    if (done) onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t.escalateTitle} size="md">
      <div className="stack">
        <Radio.Group label={t.to} value={to} onChange={(value) => setTo(value === 'superior' ? 'superior' : 'leader')}>
          <div className="stack-2" style={{ marginTop: 8 }}>
            <Radio value="leader" label={t.leader} />
            <Radio value="superior" label={t.superior} />
          </div>
        </Radio.Group>
        <Textarea
          label={t.note}
          value={note}
          onChange={(event) => {
            setNote(event.currentTarget.value)
            setMissing(false)
          }}
          error={missing ? t.noteMissing : undefined}
          autosize
          minRows={3}
          maxLength={2000}
        />
        <Button loading={busy !== null} onClick={() => void send()}>
          {t.escalate}
        </Button>
      </div>
    </Modal>
  )
}
