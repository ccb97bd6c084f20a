import { IconKeyboard, IconLanguage, IconLogout, IconSend, IconUser } from '@tabler/icons-react'
import { useState, type ReactElement } from 'react'
import { useNavigate } from 'react-router'
import { currentLanguage, setLanguage, useTexts } from '@/lib/i18n'
import { words } from '@/lib/words'
import { sealedIds } from '@/offline/sealed'
import { outbox } from '@/offline/useOutbox'
import { ask } from '@/ui/ConfirmDialog'
import { Menu } from '@/ui/Menu'
import type { OpenProps } from '@/ui/OpenLater'
import { useSession, useSignOut } from './session'
import { appTexts } from './texts'
import styles from './UserMenu.module.css'

export default function UserMenuPanel({
  button,
  onKeys,
}: {
  button: (open: OpenProps) => ReactElement
  onKeys: () => void
}) {
  const [opened, setOpened] = useState(true)
  const t = useTexts(appTexts)
  const roles = useTexts(words).role
  const navigate = useNavigate()
  const { me } = useSession()
  const signOut = useSignOut()
  const acting = me.delegations.find((d) => d.to_user.id === me.user.id)
  const leave = async () => {
    if (outbox.count > 0) {
      const answer = await ask({
        title: t.user.outWaiting(outbox.count),
        body: t.user.outWaitingBody,
        confirm: t.user.out,
        danger: true,
      })
      if (!answer.yes) return
    }
    if ((await sealedIds(me.user.id)).length > 0) {
      const answer = await ask({
        title: t.user.outSealed,
        body: t.user.outSealedBody,
        confirm: t.user.out,
        danger: true,
      })
      if (!answer.yes) return
    }
    await signOut()
  }
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-end" width={280}>
      <Menu.Target>{button({ onClick: () => undefined, 'aria-expanded': opened })}</Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <strong>{me.user.full_name}</strong>
          <span>{me.user.position || roles[me.user.role]}</span>
          {me.unit ? <span>{me.unit.name}</span> : null}
          {acting ? <span className="today">{t.user.acting(acting.from_user.full_name)}</span> : null}
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<IconUser size={20} aria-hidden />} onClick={() => void navigate('/tai-khoan')}>
          {t.user.account}
        </Menu.Item>
        <Menu.Item leftSection={<IconSend size={20} aria-hidden />} onClick={() => void navigate('/cho-gui')}>
          {t.nav.outbox}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={20} aria-hidden />} onClick={onKeys}>
          {t.user.keys}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLanguage size={20} aria-hidden />}
          onClick={() => setLanguage(currentLanguage() === 'vi' ? 'en' : 'vi')}
        >
          {t.user.language}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={20} aria-hidden />} onClick={() => void leave()}>
          {t.user.out}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
