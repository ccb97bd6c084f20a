import type { Concern, ConcernStatus } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { StatusTag, type Tone } from '@/ui/StatusTag'
import { concernTexts } from '../texts'

type Look = { tone: Tone; icon: Parameters<typeof StatusTag>[0]['icon'] }

const status: Record<ConcernStatus, Look> = {
  received: { tone: 'blue', icon: 'circle' },
  screened: { tone: 'orange', icon: 'eye' },
  opened_case: { tone: 'green', icon: 'care' },
  referred: { tone: 'green', icon: 'up' },
  no_action: { tone: 'plain', icon: 'ban' },
  duplicate: { tone: 'plain', icon: 'ban' },
}

const danger: Record<Concern['danger_level'], Look> = {
  emergency: { tone: 'red', icon: 'alert' },
  high: { tone: 'orange', icon: 'alert' },
  medium: { tone: 'plain', icon: 'circle' },
  low: { tone: 'plain', icon: 'circle' },
  unknown: { tone: 'plain', icon: 'circle' },
}

export function ConcernTag({ value }: { value: ConcernStatus }) {
  return <StatusTag {...status[value]}>{useTexts(concernTexts).status[value]}</StatusTag>
}

export function DangerTag({ value }: { value: Concern['danger_level'] }) {
  return <StatusTag {...danger[value]}>{useTexts(concernTexts).danger[value]}</StatusTag>
}

/** In a column: what nobody knows yet is no tag among those that press. */
export function DangerCell({ value }: { value: Concern['danger_level'] }) {
  const t = useTexts(concernTexts).danger
  return value === 'unknown' ? <span className="second">{t.unknown}</span> : <DangerTag value={value} />
}

export function SuspectTag() {
  return (
    <StatusTag tone="plain" icon="eye">
      {useTexts(concernTexts).suspect}
    </StatusTag>
  )
}

/** What an author learns: that it is there, that it was looked into. */
export function AuthorTag({ value }: { value: ConcernStatus }) {
  const t = useTexts(concernTexts).mine.status
  return value === 'received' ? (
    <StatusTag tone="blue" icon="clock">
      {t.received}
    </StatusTag>
  ) : (
    <StatusTag tone="green" icon="check">
      {t.seen}
    </StatusTag>
  )
}
