import type { Commendation } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { StatusTag, type Tone } from '@/ui/StatusTag'
import { commendationTexts } from '../texts'

const looks: Record<Commendation['status'], { tone: Tone; icon: Parameters<typeof StatusTag>[0]['icon'] }> = {
  proposed: { tone: 'orange', icon: 'clock' },
  decided: { tone: 'blue', icon: 'check' },
  awarded: { tone: 'green', icon: 'care' },
  declined: { tone: 'plain', icon: 'back' },
  withdrawn: { tone: 'plain', icon: 'ban' },
}

export function CommendationTag({ status }: { status: Commendation['status'] }) {
  return <StatusTag {...looks[status]}>{useTexts(commendationTexts).status[status]}</StatusTag>
}
