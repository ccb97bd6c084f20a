import {
  IconAlertOctagon,
  IconCalendarEvent,
  IconChecklist,
  IconFileText,
  IconHome,
  IconMenu2,
  IconPlus,
  IconUserCheck,
} from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { NavLink } from 'react-router'
import { useTexts } from '@/lib/i18n'
import { Guard } from '@/ui/Guard'
import styles from './BottomBar.module.css'
import { useCan } from './session'
import { appTexts } from './texts'

const QuickSheet = lazy(() => import('./QuickSheet'))

/** The phone's five places. */
export function BottomBar({ onMenu }: { onMenu: () => void }) {
  const t = useTexts(appTexts).nav
  const can = useCan()
  const [quick, setQuick] = useState(false)
  const tasks = can('tasks', 'read')
  const fourth = can('summer', 'update')
    ? { to: '/diem-danh', label: t.attendance, icon: IconUserCheck }
    : can('events', 'read')
      ? { to: '/lich', label: t.calendarShort, icon: IconCalendarEvent }
      : can('obstacles', 'read')
        ? { to: '/vuong-mac', label: t.obstacles, icon: IconAlertOctagon }
        : { to: '/ke-hoach', label: t.plans, icon: IconFileText }
  return (
    <>
      <nav className={`${styles.bar} no-print`} aria-label={t.quick}>
        <Place to="/" label={t.home} icon={IconHome} />
        {tasks ? <Place to="/viec" label={t.tasks} icon={IconChecklist} /> : null}
        {can('tasks', 'update') ||
        can('obstacles', 'create') ||
        can('summer', 'update') ||
        can('concerns', 'create') ? (
          <button type="button" className={styles.place} onClick={() => setQuick(true)} aria-haspopup="dialog">
            <span className={`${styles.icon} ${styles.sun}`}>
              <IconPlus size={24} aria-hidden />
            </span>
            {t.quick}
          </button>
        ) : null}
        <Place {...fourth} />
        <button type="button" className={styles.place} onClick={onMenu} aria-haspopup="dialog">
          <span className={styles.icon}>
            <IconMenu2 size={24} aria-hidden />
          </span>
          {t.menu}
        </button>
      </nav>
      {quick ? (
        <Guard onFailure={() => setQuick(false)}>
          <Suspense>
            <QuickSheet onClose={() => setQuick(false)} />
          </Suspense>
        </Guard>
      ) : null}
    </>
  )
}

function Place({ to, label, icon: Icon }: { to: string; label: string; icon: typeof IconHome }) {
  return (
    <NavLink to={to} end={to === '/'} className={styles.place}>
      <span className={styles.icon}>
        <Icon size={24} stroke={1.8} aria-hidden />
      </span>
      {label}
    </NavLink>
  )
}
