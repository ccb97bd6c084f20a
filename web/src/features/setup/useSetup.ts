import { useState } from 'react'
import { readDraft, useDraft } from '@/lib/useDraft'
import type { Wrong } from './checks'
import { emptyDraft, type SetupDraft } from './draft'

export interface StepProps {
  draft: SetupDraft
  change: (fields: Partial<SetupDraft>) => void
  wrong: Wrong
}

const KEY = 'setup'

/** The draft on this device: everything but the code and the passwords. */
export function useSetupDraft(isDone: boolean) {
  const [draft, setDraft] = useState<SetupDraft>(() => ({ ...emptyDraft(), ...readDraft<SetupDraft>(KEY) }))
  const [begun] = useState(() => readDraft(KEY) !== null)
  useDraft(KEY, isDone ? null : draft)
  return { draft, begun, change: (fields: Partial<SetupDraft>) => setDraft((before) => ({ ...before, ...fields })) }
}
