import { useQuery } from '@tanstack/react-query'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { LinkButton } from '@/ui/Button'
import { Notice } from '@/ui/Notice'
import { locksQuery } from '../queries'
import { homeTexts } from '../texts'

/** On the administrator's first screen, on a day on which accounts were locked. */
export function LockAlarm() {
  const t = useTexts(homeTexts).admin
  const { today } = useSession()
  const locks = useQuery(locksQuery(today)).data ?? 0
  if (locks === 0) return null
  return (
    <Notice
      tone="warn"
      title={t.locks(locks)}
      actions={
        <LinkButton to={`/quan-tri/dang-nhap?ket-qua=locked&tu=${today}`} variant="default">
          {t.locksLook}
        </LinkButton>
      }
    >
      {t.locksBody}
    </Notice>
  )
}
