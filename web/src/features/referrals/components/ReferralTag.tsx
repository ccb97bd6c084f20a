import type { Referral } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { StatusTag, type Tone } from '@/ui/StatusTag'
import { inboxTexts } from '../texts'

const look: Record<Referral['status'], { tone: Tone; icon: Parameters<typeof StatusTag>[0]['icon'] }> = {
  sent: { tone: 'orange', icon: 'eye' },
  accepted: { tone: 'blue', icon: 'clock' },
  refused: { tone: 'plain', icon: 'ban' },
  done: { tone: 'green', icon: 'check' },
  revoked: { tone: 'plain', icon: 'back' },
}

export function ReferralTag({ status }: { status: Referral['status'] }) {
  return <StatusTag {...look[status]}>{useTexts(inboxTexts).status[status]}</StatusTag>
}
