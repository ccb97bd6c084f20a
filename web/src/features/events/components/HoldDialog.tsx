import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as z from 'zod/mini'
import type { Event } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { isProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { Sheet } from '@/ui/Modal'
import { NumberInput } from '@/ui/NumberInput'
import { toast } from '@/ui/toast'
import { uiTexts } from '@/ui/texts'
import { useHouseForm } from '@/ui/useHouseForm'
import { EVENT_TOUCHES, holdEvent } from '../queries'
import { eventTexts } from '../texts'
import { UnsafeNotice } from './UnsafeNotice'

interface Values {
  actual_children: number | string
  actual_adults: number | string
}

export function HoldDialog({ event, onClose }: { event: Event; onClose: () => void }) {
  const t = useTexts(eventTexts).act
  const ui = useTexts(uiTexts)
  const queries = useQueryClient()
  const [unsafe, setUnsafe] = useState<string | null>(null)
  const count = z.union([z.number(), z.string()]).check(z.refine((value) => value !== '', t.holdMissing))
  const house = useHouseForm<Values>({
    initial: { actual_children: '', actual_adults: '' },
    schema: z.object({ actual_children: count, actual_adults: count }),
    send: async (values, key) => {
      setUnsafe(null)
      try {
        const body = { actual_children: Number(values.actual_children), actual_adults: Number(values.actual_adults) }
        await holdEvent(event, key, body)
      } catch (error) {
        if (isProblem(error) && error.code === 'safety_plan_missing') return setUnsafe(error.detail)
        throw error
      } finally {
        for (const queryKey of EVENT_TOUCHES) void queries.invalidateQueries({ queryKey })
      }
      toast.ok(t.held)
      onClose()
    },
  })
  const number = { min: 0, allowDecimal: false, thousandSeparator: '.', decimalSeparator: ',' }
  return (
    <Sheet opened onClose={onClose} title={t.holdTitle} size="md">
      <form className="stack" onSubmit={(sent) => void house.onSubmit(sent)} noValidate style={{ paddingBottom: 16 }}>
        {unsafe ? <UnsafeNotice event={event} title={t.unsafeHoldTitle} text={unsafe} /> : null}
        {house.summary}
        <div className="cols-2">
          <NumberInput label={t.holdChildren} {...number} {...house.field('actual_children')} />
          <NumberInput label={t.holdAdults} {...number} {...house.field('actual_adults')} />
        </div>
        <div className="row">
          <Button type="submit" loading={house.busy}>
            {t.hold}
          </Button>
          <Button variant="default" onClick={onClose}>
            {ui.cancel}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
