import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Navigate, useNavigate } from 'react-router'
import { credentials } from '@/api/credentials'
import { meKey, useSignOut } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { toast } from '@/ui/toast'
import { PaperCodes, TotpSteps } from './components/TotpSteps'
import styles from './FirstCodesPage.module.css'
import { accountTexts } from './texts'

/** For roles that work with one-time codes: the only page there is until they are set up. */
export default function FirstCodesPage() {
  const t = useTexts(accountTexts).first
  const started = useTexts(accountTexts).totp.started
  const navigate = useNavigate()
  const queries = useQueryClient()
  const signOut = useSignOut()
  const [codes, setCodes] = useState<string[] | null>(null)
  useEffect(() => {
    document.title = `${t.title} · Búp Trên Cành`
  }, [t])
  // After a reload the session comes back at the front door, which leads here again.
  if (!credentials.token) return <Navigate to="/" replace />
  return (
    <main className={styles.screen}>
      <div className={styles.card}>
        {codes ? (
          <>
            <h1>{t.codesTitle}</h1>
            <PaperCodes
              codes={codes}
              onKept={() => {
                queries.removeQueries({ queryKey: meKey })
                toast.ok(started)
                void navigate('/', { replace: true })
              }}
            />
          </>
        ) : (
          <>
            <div>
              <h1>{t.title}</h1>
              <p className="muted">{t.why}</p>
            </div>
            <p>{t.how}</p>
            <TotpSteps onCodes={setCodes} />
            <Button variant="subtle" onClick={() => void signOut()}>
              {t.out}
            </Button>
          </>
        )}
      </div>
    </main>
  )
}
