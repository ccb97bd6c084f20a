import type { SafetyPlan } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { StatusTag, type Tone } from '@/ui/StatusTag'
import { safetyTexts } from '../texts'

type Look = { tone: Tone; icon: Parameters<typeof StatusTag>[0]['icon'] }

const looks: Record<SafetyPlan['status'] | 'none', Look> = {
  none: { tone: 'plain', icon: 'circle' },
  requested: { tone: 'orange', icon: 'pencil' },
  drafted: { tone: 'blue', icon: 'eye' },
  approved: { tone: 'green', icon: 'check' },
  returned: { tone: 'orange', icon: 'back' },
}

export function SafetyTag({ status }: { status: SafetyPlan['status'] | null }) {
  const t = useTexts(safetyTexts).status
  return <StatusTag {...looks[status ?? 'none']}>{t[status ?? 'none']}</StatusTag>
}

const tones: Record<SafetyPlan['level'], Look> = {
  low: { tone: 'plain', icon: 'check' },
  medium: { tone: 'orange', icon: 'up' },
  high: { tone: 'red', icon: 'alert' },
}

/** The word and the number beside the colour. */
export function LevelTag({ level, score }: { level: SafetyPlan['level']; score: number }) {
  const t = useTexts(safetyTexts)
  return <StatusTag {...tones[level]}>{t.scored(t.level[level], score)}</StatusTag>
}
