import type { CaseLine, CaseStatus } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { StatusTag } from '@/ui/StatusTag'
import { caseTexts } from '../texts'

type Look = Omit<Parameters<typeof StatusTag>[0], 'children'>

const statusLook: Record<CaseStatus, Look> = {
  open: { tone: 'orange', icon: 'circle' },
  initial_assessment: { tone: 'blue', icon: 'clock' },
  assessment: { tone: 'blue', icon: 'pencil' },
  planned: { tone: 'orange', icon: 'eye' },
  decided: { tone: 'blue', icon: 'check' },
  implementing: { tone: 'blue', icon: 'care' },
  reviewed: { tone: 'blue', icon: 'eye' },
  closed: { tone: 'green', icon: 'check' },
  transferred: { tone: 'plain', icon: 'away' },
}

export function CaseTag({ status }: { status: CaseStatus }) {
  return <StatusTag {...statusLook[status]}>{useTexts(caseTexts).status[status]}</StatusTag>
}

const dangerLook: Record<CaseLine['danger_level'], Look> = {
  emergency: { tone: 'red', icon: 'alert' },
  high: { tone: 'red', icon: 'up' },
  medium: { tone: 'orange', icon: 'circle' },
  low: { tone: 'green', icon: 'circle' },
  unknown: { tone: 'plain', icon: 'circle' },
}

export function DangerTag({ level }: { level: CaseLine['danger_level'] }) {
  return <StatusTag {...dangerLook[level]}>{useTexts(caseTexts).danger[level]}</StatusTag>
}
