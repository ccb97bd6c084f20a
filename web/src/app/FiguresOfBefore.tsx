import { useEffect, useSyncExternalStore } from 'react'
import { useLocation } from 'react-router'
import { formatTime } from '@/lib/dates'
import { freshness } from '@/lib/freshness'
import { useTexts } from '@/lib/i18n'
import { Notice } from '@/ui/Notice'
import { appTexts } from './texts'

/** One line above figures that a copy of the database gave, and from when they are. */
export function FiguresOfBefore() {
  const t = useTexts(appTexts)
  const { pathname } = useLocation()
  const lag = useSyncExternalStore(freshness.subscribe, () => freshness.lag)
  useEffect(() => freshness.forget, [pathname])
  return lag ? (
    <Notice tone="info" live>
      {t.figuresOf(formatTime(lag.asOf), lag.seconds)}
    </Notice>
  ) : null
}
