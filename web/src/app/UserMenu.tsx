import { lazy, Suspense, useState } from 'react'
import { useTexts } from '@/lib/i18n'
import type { OpenProps } from '@/ui/OpenLater'
import { Guard } from '@/ui/Guard'
import { Avatar } from '@/ui/PersonName'
import { useSession } from './session'
import { appTexts } from './texts'
import styles from './UserMenu.module.css'

const UserMenuPanel = lazy(() => import('./UserMenuPanel'))

export function UserMenu({ onKeys }: { onKeys: () => void }) {
  const t = useTexts(appTexts).user
  const { me } = useSession()
  const [wanted, setWanted] = useState(false)
  const button = ({ onClick, ...open }: OpenProps) => (
    <button type="button" className={styles.button} aria-label={t.menu(me.user.full_name)} onClick={onClick} {...open}>
      <Avatar name={me.user.full_name} />
      <span className={styles.name}>{me.user.full_name}</span>
    </button>
  )
  const alone = button({ onClick: () => setWanted(true), 'aria-expanded': false })
  return wanted ? (
    <Guard onFailure={() => setWanted(false)}>
      <Suspense fallback={alone}>
        <UserMenuPanel button={button} onKeys={onKeys} />
      </Suspense>
    </Guard>
  ) : (
    alone
  )
}
