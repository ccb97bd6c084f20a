import { IconMenu2 } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { Link, NavLink, Outlet, ScrollRestoration, useLocation, type Location } from 'react-router'
import { useTexts } from '@/lib/i18n'
import { IconButton } from '@/ui/Button'
import { Guard } from '@/ui/Guard'
import { PageSkeleton } from '@/ui/Skeletons'
import { Banners } from './Banners'
import { Bell } from './Bell'
import { BottomBar } from './BottomBar'
import { ConnectionBadge } from './ConnectionBadge'
import { visible, type NavItem } from './nav'
import { useSession } from './session'
import { SessionDialog } from './SessionDialog'
import styles from './Shell.module.css'
import { Shortcuts } from './Shortcuts'
import { appTexts } from './texts'
import { UserMenu } from './UserMenu'

const SideSheet = lazy(async () => ({ default: (await import('@/ui/Modal')).SideSheet }))

export function Shell() {
  const t = useTexts(appTexts)
  const { me, can } = useSession()
  const [menu, setMenu] = useState(false)
  const [keys, setKeys] = useState(false)
  const items = visible(can)
  const place = me.ward?.name ?? (me.user.role === 'superior' ? t.superior : t.noWard)
  return (
    <div className={styles.shell}>
      <a href="#main" className={`${styles.skip} no-print`}>
        {t.skip}
      </a>
      <header className={`${styles.header} no-print`}>
        <span className={styles.burger}>
          <IconButton label={t.nav.menuOpen} tone="onBlue" onClick={() => setMenu(true)}>
            <IconMenu2 aria-hidden />
          </IconButton>
        </span>
        <Link to="/" className={styles.brand}>
          <img src="/icon.svg" alt="" width={34} height={34} />
          <span className={styles.names}>
            <strong>Búp Trên Cành</strong>
            <span>{place}</span>
          </span>
        </Link>
        <span className="grow" />
        <ConnectionBadge />
        <Bell />
        <UserMenu onKeys={() => setKeys(true)} />
      </header>
      <nav className={`${styles.sidebar} no-print`} aria-label={t.nav.main}>
        <Groups items={items} />
      </nav>
      {menu ? (
        <Guard onFailure={() => setMenu(false)}>
          <Suspense>
            <SideSheet opened onClose={() => setMenu(false)} title="Búp Trên Cành">
              <Groups items={items} onGo={() => setMenu(false)} />
            </SideSheet>
          </Suspense>
        </Guard>
      ) : null}
      <main id="main" className={styles.main} tabIndex={-1} data-quiet-focus>
        <Banners />
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <BottomBar onMenu={() => setMenu(true)} />
      <SessionDialog />
      <Shortcuts opened={keys} onOpen={setKeys} />
      <ScrollRestoration getKey={scrollKey} />
    </div>
  )
}

/** Every page that is opened by its address has the key `default`: where the last of them was left is not its place. */
const scrollKey = ({ key, pathname }: Location): string => (key === 'default' ? pathname : key)

function Groups({ items, onGo }: { items: NavItem[]; onGo?: () => void }) {
  const t = useTexts(appTexts).nav
  const { pathname } = useLocation()
  // "/tre-em" is not where one is while "/tre-em/nhap" has a line of its own.
  const own = (to: string) => items.some((one) => one.to.startsWith(`${to}/`) && pathname.startsWith(one.to))
  return (
    <>
      {(['groupToday', 'groupChildren', 'groupPlan', 'groupSystem'] as const).map((group) => {
        const inGroup = items.filter((item) => item.group === group)
        if (inGroup.length === 0) return null
        return (
          <div key={group} className={styles.group}>
            <p className={styles.groupName}>{t[group]}</p>
            <ul>
              {inGroup.map(({ to, label, icon: Icon }) => (
                <li key={to}>
                  <NavLink to={to} end={to === '/' || own(to)} className={styles.item} onClick={onGo}>
                    <Icon size={20} stroke={1.8} aria-hidden />
                    {t[label]}
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </>
  )
}
