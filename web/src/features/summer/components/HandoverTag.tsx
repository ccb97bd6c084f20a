import type { HandoverStatus } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { StatusTag } from '@/ui/StatusTag'
import { summerTexts } from '../texts'

const look = {
  prepared: { tone: 'plain', icon: 'pencil' },
  handed_over: { tone: 'orange', icon: 'clock' },
  received: { tone: 'green', icon: 'check' },
  returned: { tone: 'blue', icon: 'back' },
} as const

export function HandoverTag({ status }: { status: HandoverStatus }) {
  return <StatusTag {...look[status]}>{useTexts(summerTexts).state[status]}</StatusTag>
}
