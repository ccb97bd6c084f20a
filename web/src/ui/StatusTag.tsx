import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowUp,
  IconBan,
  IconCheck,
  IconCircle,
  IconClock,
  IconEye,
  IconPencil,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './StatusTag.module.css'

export type Tone = 'plain' | 'blue' | 'orange' | 'green' | 'red'

const icons = {
  circle: IconCircle,
  clock: IconClock,
  eye: IconEye,
  check: IconCheck,
  back: IconArrowBackUp,
  ban: IconBan,
  up: IconArrowUp,
  pencil: IconPencil,
  alert: IconAlertTriangle,
}

/** Never colour alone: always a shape and a word. */
export function StatusTag({ tone, icon, children }: { tone: Tone; icon: keyof typeof icons; children: ReactNode }) {
  const Icon = icons[icon]
  return (
    <span className={`${styles.tag} ${styles[tone]}`}>
      <Icon size={15} stroke={2.2} aria-hidden />
      {children}
    </span>
  )
}
