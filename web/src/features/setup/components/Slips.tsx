import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Checkbox, TextInput } from '@/ui/inputs'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { Select } from '@/ui/Select'
import { useLeaveGuard } from '@/ui/useLeaveGuard'
import type { SetupDone, SetupSlip } from '../queries'
import { setupTexts } from '../texts'
import styles from './setup.module.css'

/** The only time that first passwords are seen: they are in this page's memory and nowhere else. */
export function Slips({ done }: { done: SetupDone }) {
  const t = useTexts(setupTexts).done
  const navigate = useNavigate()
  const [paper, setPaper] = useState('a4')
  const [isKept, setKept] = useState(false)
  // Set up on the server itself, the browser's own address would lead nobody there.
  const [address, setAddress] = useState(done.address ?? location.origin)
  const shown = done.accounts.filter((slip) => slip.initial_password)
  const isLost = done.accounts.length > 0 && shown.length === 0
  const pass = useLeaveGuard(shown.length > 0 && !isKept, { title: t.leaveTitle, body: t.leaveBody, go: t.leaveGo })
  return (
    <Page title={t.title(done.ward_name)}>
      <div className="stack no-print">
        {isLost ? (
          <Notice tone="warn">{t.lost}</Notice>
        ) : (
          <Notice tone={shown.length > 0 ? 'warn' : 'ok'}>{shown.length > 0 ? t.body : t.nobody}</Notice>
        )}
        {shown.length > 0 ? (
          <>
            <div className="filters" style={{ alignItems: 'flex-start' }}>
              <Select
                label={t.paper}
                allowDeselect={false}
                data={[
                  { value: 'a4', label: t.a4 },
                  { value: 'a5', label: t.a5 },
                ]}
                value={paper}
                onChange={(value) => value && setPaper(value)}
              />
              <TextInput
                label={t.address}
                description={t.addressHint}
                inputWrapperOrder={['label', 'input', 'description']}
                value={address}
                onChange={(event) => setAddress(event.currentTarget.value)}
              />
              <Button
                className={styles.beside}
                leftSection={<IconPrinter size={20} aria-hidden />}
                onClick={() => print()}
              >
                {t.print}
              </Button>
            </div>
            <Checkbox label={t.kept} checked={isKept} onChange={(event) => setKept(event.currentTarget.checked)} />
          </>
        ) : null}
        <div>
          <Button
            disabled={shown.length > 0 && !isKept}
            onClick={() => {
              pass()
              void navigate('/dang-nhap', { replace: true })
            }}
          >
            {t.go}
          </Button>
        </div>
      </div>
      {/* A page named in the style sheet would leave an empty sheet of the other size before it. */}
      {paper === 'a5' ? <style>{'@page { size: A5 landscape; margin: 14mm }'}</style> : null}
      <div className={`${styles.slips} ${paper === 'a5' ? styles.a5 : styles.a4}`} lang="vi">
        {shown.map((slip) => (
          <Slip key={slip.username} slip={slip} ward={done.ward_name} address={address} />
        ))}
      </div>
    </Page>
  )
}

function Slip({ slip, ward, address }: { slip: SetupSlip; ward: string; address: string }) {
  const t = useTexts(setupTexts).slip
  return (
    <article className={styles.slip}>
      <p className={styles.upper} style={{ margin: 0 }}>
        {ward}
      </p>
      <h2>{t.printedTitle}</h2>
      <dl>
        <dt>{t.person}</dt>
        <dd>
          {slip.full_name}
          {slip.position ? `, ${slip.position}` : ''}
        </dd>
        <dt>{t.unit}</dt>
        <dd>{slip.unit}</dd>
        <dt>{t.address}</dt>
        <dd>{address}</dd>
        <dt>{t.username}</dt>
        <dd className={styles.secret}>{slip.username}</dd>
        <dt>{t.password}</dt>
        <dd className={styles.secret}>{slip.initial_password}</dd>
      </dl>
      <p>{t.hint}</p>
    </article>
  )
}
