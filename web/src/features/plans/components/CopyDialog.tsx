import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Plan } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
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
  const [start, setStart] = useState<string | null>(`${plan.year + 1}${plan.starts_on.slice(4)}`)
  const wrong = Number(year) < 2000 || Number(year) > 2100
  const copy = async () => {
    if (wrong) return
    const made = await act(
      'copy',
      (key) => copyPlan(plan, key, { year: Number(year), starts_on: start ?? undefined }),
      t.one.copied,
    )
    if (made) void navigate(`/ke-hoach/${made.id}`)
  }
  return (
    <Modal opened onClose={onClose} title={t.one.copyTitle} size="md">
      <div className="stack">
        <p>{t.one.copyBody}</p>
        <NumberInput
          label={t.one.copyYear}
          value={year}
          onChange={(next) => {
            setYear(next)
            if (Number(next) >= 2000) setStart(`${next}${plan.starts_on.slice(4)}`)
          }}
          hideControls
          allowDecimal={false}
          error={wrong ? t.details.wrongYear : undefined}
        />
        <DateField id="copy-start" label={t.one.copyStart} value={start} onChange={setStart} />
        <Button loading={busy !== null} onClick={() => void copy()}>
          {t.one.copyGo}
        </Button>
      </div>
    </Modal>
  )
}
