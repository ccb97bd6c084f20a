import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Plan } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Modal } from '@/ui/Modal'
import { NumberInput } from '@/ui/NumberInput'
import { useAct } from '@/ui/useAct'
import { copyPlan, PLAN_TOUCHES } from '../queries'
import { planTexts } from '../texts'

export function CopyDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const t = useTexts(planTexts)
  const navigate = useNavigate()
  const { act, busy } = useAct(PLAN_TOUCHES)
  const [year, setYear] = useState<number | string>(plan.year + 1)
  const wrong = Number(year) < 2000 || Number(year) > 2100
  const copy = async () => {
    if (wrong) return
    const made = await act('copy', (key) => copyPlan(plan, key, { year: Number(year) }), t.one.copied)
    if (made) void navigate(`/ke-hoach/${made.id}`)
  }
  return (
    <Modal opened onClose={onClose} title={t.one.copyTitle} size="md">
      <div className="stack">
        <p>{t.one.copyBody}</p>
        <NumberInput
          label={t.one.copyYear}
          value={year}
          onChange={setYear}
          hideControls
          allowDecimal={false}
          error={wrong ? t.details.wrongYear : undefined}
        />
        <Button loading={busy !== null} onClick={() => void copy()}>
          {t.one.copyGo}
        </Button>
      </div>
    </Modal>
  )
}
