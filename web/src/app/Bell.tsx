import { useQuery } from '@tanstack/react-query'
import { IconBell } from '@tabler/icons-react'
import { lazy } from 'react'
import { unreadQuery } from '@/api/queries'
import { useTexts } from '@/lib/i18n'
import { IconButton } from '@/ui/Button'
import { OpenLater } from '@/ui/OpenLater'
import styles from './Bell.module.css'
import { useSession } from './session'
import { appTexts } from './texts'

const BellPanel = lazy(() => import('./BellPanel'))

export function Bell() {
  const t = useTexts(appTexts).bell
  const { me } = useSession()
  const unread = useQuery(unreadQuery)
  const count = unread.data?.total ?? me.unread_notifications
  return (
    <OpenLater panel={BellPanel}>
      {(open) => (
        <IconButton label={t.open(count)} tone="onBlue" className={styles.bell} {...open}>
          <IconBell size={24} stroke={1.8} aria-hidden />
          {count > 0 ? (
            <span className={styles.count} aria-hidden>
              {count > 99 ? '99+' : count}
            </span>
          ) : null}
        </IconButton>
      )}
    </OpenLater>
  )
}
