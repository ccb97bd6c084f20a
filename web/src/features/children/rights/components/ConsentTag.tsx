import { useTexts } from '@/lib/i18n'
import { StatusTag } from '@/ui/StatusTag'
import type { ConsentState } from '../consents'
import { rightsTexts } from '../texts'

const looks: Record<ConsentState, Pick<Parameters<typeof StatusTag>[0], 'tone' | 'icon'>> = {
  valid: { tone: 'green', icon: 'check' },
  refused: { tone: 'red', icon: 'ban' },
  child_refused: { tone: 'red', icon: 'ban' },
  ask_again: { tone: 'orange', icon: 'alert' },
  expired: { tone: 'plain', icon: 'clock' },
  withdrawn: { tone: 'plain', icon: 'back' },
}

/** What a consent is worth today; null where nobody was asked. */
export function ConsentTag({ state }: { state: ConsentState | null }) {
  const t = useTexts(rightsTexts).consent
  if (state === null) {
    return (
      <StatusTag tone="plain" icon="circle">
        {t.unasked}
      </StatusTag>
    )
  }
  return (
    <StatusTag {...looks[state]} wrap>
      {t.state[state]}
    </StatusTag>
  )
}
