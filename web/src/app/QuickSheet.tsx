import {
  IconAlertOctagon,
  IconCamera,
  IconChecklist,
  IconFileUpload,
  IconMoodKid,
  IconSpeakerphone,
  IconUserCheck,
  type Icon,
} from '@tabler/icons-react'
import { Link } from 'react-router'
import { useTexts } from '@/lib/i18n'
import { Sheet } from '@/ui/Modal'
import styles from './QuickSheet.module.css'
import { useCan } from './session'
import { appTexts } from './texts'

export default function QuickSheet({ onClose }: { onClose: () => void }) {
  const t = useTexts(appTexts).quick
  const can = useCan()
  const choices: [show: boolean, to: string, icon: Icon, title: string, hint: string][] = [
    [can('tasks', 'update'), '/viec?cua-toi=1', IconCamera, t.update, t.updateHint],
    [can('summer', 'update'), '/diem-danh', IconUserCheck, t.attendance, t.attendanceHint],
    [can('obstacles', 'create'), '/vuong-mac/moi', IconAlertOctagon, t.obstacle, t.obstacleHint],
    [can('concerns', 'create'), '/tin-bao/moi', IconSpeakerphone, t.concern, t.concernHint],
    [can('tasks', 'create'), '/viec/moi', IconChecklist, t.task, t.taskHint],
    [can('children', 'create'), '/tre-em/moi', IconMoodKid, t.child, t.childHint],
    [can('plans', 'create'), '/ke-hoach/nhap', IconFileUpload, t.plan, t.planHint],
  ]
  return (
    <Sheet opened onClose={onClose} title={t.title}>
      <ul className={styles.list}>
        {choices.map(([show, to, Icon, title, hint]) =>
          show ? (
            <li key={to}>
              <Link to={to} className={styles.choice} onClick={onClose}>
                <span className={styles.icon}>
                  <Icon size={24} aria-hidden />
                </span>
                <span>
                  <strong>{title}</strong>
                  <span className={styles.hint}>{hint}</span>
                </span>
              </Link>
            </li>
          ) : null,
        )}
      </ul>
    </Sheet>
  )
}
