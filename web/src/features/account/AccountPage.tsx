import { Link } from 'react-router'
import { useSession } from '@/app/session'
import { formatRange } from '@/lib/dates'
import { setLanguage, useLanguage, useTexts } from '@/lib/i18n'
import { LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Page } from '@/ui/Page'
import { SegmentedControl } from '@/ui/Segmented'
import { PasswordCard } from './components/PasswordCard'
import { ProfileCard } from './components/ProfileCard'
import { SessionsCard } from './components/SessionsCard'
import { TotpCard } from './components/TotpCard'
import { accountTexts } from './texts'

export default function AccountPage() {
  const t = useTexts(accountTexts)
  const { me, can } = useSession()
  const language = useLanguage()
  return (
    <Page title={t.title}>
      <div className="split split-even">
        <div className="stack">
          <ProfileCard />
          {me.delegations.length > 0 ? (
            <Card title={t.delegations.title}>
              <ul className="stack-2" style={{ listStyle: 'none' }}>
                {me.delegations.map((d) => (
                  <li key={d.id}>
                    {t.delegations.line(
                      d.from_user.full_name,
                      d.to_user.full_name,
                      formatRange(d.starts_on, d.ends_on),
                    )}
                  </li>
                ))}
              </ul>
            </Card>
          ) : null}
          <Card title={t.language.title}>
            <SegmentedControl
              aria-label={t.language.title}
              value={language}
              onChange={(next) => setLanguage(next === 'en' ? 'en' : 'vi')}
              data={[
                { value: 'vi', label: t.language.vi },
                { value: 'en', label: t.language.en },
              ]}
            />
          </Card>
        </div>
        <div className="stack">
          <TotpCard />
          <PasswordCard />
          <SessionsCard />
          {can('breaches', 'create') ? (
            <Card title={t.breach.title}>
              <div className="stack">
                <p>{t.breach.body}</p>
                <div className="row">
                  <LinkButton to="/vi-pham-du-lieu/moi" variant="light">
                    {t.breach.report}
                  </LinkButton>
                  <Link to="/vi-pham-du-lieu">{t.breach.reported}</Link>
                </div>
              </div>
            </Card>
          ) : null}
        </div>
      </div>
    </Page>
  )
}
