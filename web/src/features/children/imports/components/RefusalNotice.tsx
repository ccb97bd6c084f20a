import { Notice } from '@/ui/Notice'
import type { Refusal } from './useReader'

export function RefusalNotice({ refusal }: { refusal: Refusal }) {
  return (
    <Notice tone="danger" live title={refusal.title}>
      <p>{refusal.detail}</p>
      {refusal.remedy ? <p>{refusal.remedy}</p> : null}
    </Notice>
  )
}
