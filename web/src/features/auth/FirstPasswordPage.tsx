import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Navigate, useLocation, useNavigate } from 'react-router'
import * as z from 'zod/mini'
import { credentials } from '@/api/credentials'
import { meKey, useSignOut } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { PasswordInput } from '@/ui/inputs'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { changePassword } from './queries'
import styles from './SignInPage.module.css'
import { authTexts } from './texts'

export default function FirstPasswordPage() {
  const t = useTexts(authTexts).first
  const navigate = useNavigate()
  const queries = useQueryClient()
  const signOut = useSignOut()
  const known = (useLocation().state as { current?: string } | null)?.current
  useEffect(() => {
    document.title = `${t.title} · Búp Trên Cành`
  }, [t])
  const { field, onSubmit, summary, busy } = useHouseForm({
    initial: { current_password: known ?? '', new_password: '', again: '' },
    schema: z
      .object({
        current_password: z.string().check(z.minLength(1, t.missingCurrent)),
        new_password: z.string().check(z.minLength(12, t.short)),
        again: z.string(),
      })
      .check(z.refine((v) => v.new_password === v.again, { message: t.differ, path: ['again'] })),
    send: async (values) => {
      await changePassword(values.current_password, values.new_password)
      queries.removeQueries({ queryKey: meKey })
      toast.ok(t.done)
      void navigate('/', { replace: true })
    },
  })
  if (!credentials.token) return <Navigate to="/dang-nhap" replace />
  return (
    <main className={styles.screen}>
      <form className={styles.card} onSubmit={(event) => void onSubmit(event)} noValidate>
        <div>
          <h1>{t.title}</h1>
          <p className="muted">{t.body}</p>
        </div>
        {summary}
        {known ? null : (
          <PasswordInput label={t.current} autoComplete="current-password" {...field('current_password')} />
        )}
        <PasswordInput label={t.next} description={t.nextHint} autoComplete="new-password" {...field('new_password')} />
        <PasswordInput label={t.again} autoComplete="new-password" {...field('again')} />
        <Button type="submit" loading={busy}>
          {t.save}
        </Button>
        <Button variant="subtle" onClick={() => void signOut()}>
          {t.out}
        </Button>
      </form>
    </main>
  )
}
