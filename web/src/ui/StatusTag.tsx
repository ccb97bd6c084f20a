import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowUp,
  IconBan,
  IconCheck,
  IconCircle,
  IconClock,
  IconEye,
  IconHeartHandshake,
  IconHome,
  IconPencil,
  IconPlane,
  IconShieldOff,
  IconSwimming,
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
  care: IconHeartHandshake,
  house: IconHome,
  uncovered: IconShieldOff,
  swim: IconSwimming,
  away: IconPlane,
}

interface StatusTagProps {
  tone: Tone
  icon: keyof typeof icons
  children: ReactNode
  /** Long words of a law may break in lines. */
  wrap?: boolean
}

/** Never colour alone: always a shape and a word. */
export function StatusTag({ tone, icon, children, wrap = false }: StatusTagProps) {
  const Icon = icons[icon]
  return (
    <span className={`${styles.tag} ${styles[tone]} ${wrap ? styles.wrap : ''}`}>
      <Icon size={15} stroke={2.2} aria-hidden />
      {wrap ? <span>{children}</span> : children}
    </span>
  )
}
