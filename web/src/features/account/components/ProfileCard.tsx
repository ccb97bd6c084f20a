import { useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { meKey, useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { words } from '@/lib/words'
import { Button } from '@/ui/Button'
import { Card, Facts } from '@/ui/Card'
import { PasswordInput, TextInput } from '@/ui/inputs'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { saveProfile } from '../queries'
import { accountTexts } from '../texts'

export function ProfileCard() {
  const t = useTexts(accountTexts).profile
  const roles = useTexts(words).role
  const queries = useQueryClient()
  const { me } = useSession()
  const email = (typed: string) => typed.trim() || null
  const phone = (typed: string) => typed.replace(/[\s.]/g, '') || null
  // Where the account is reached is how it would be taken over: the server asks who it is.
  const moves = (values: { email: string; phone: string }) =>
    email(values.email) !== (me.user.email ?? null) || phone(values.phone) !== (me.user.phone ?? null)
  const { form, values, field, onSubmit, summary, busy } = useHouseForm({
    initial: {
      full_name: me.user.full_name,
      email: me.user.email ?? '',
      phone: me.user.phone ?? '',
      current_password: '',
    },
    schema: z
      .object({
        full_name: z.string().check(z.trim(), z.minLength(2, t.missingName)),
        email: z.string().check(z.regex(/^$|^[^\s@]+@[^\s@]+\.[^\s@]+$/, t.wrongEmail)),
        phone: z.string().check(z.regex(/^$|^0[\d\s.]{9,12}$/, t.wrongPhone)),
        current_password: z.string(),
      })
      .check(
        z.refine((v) => !moves(v) || v.current_password !== '', {
          message: t.missingPassword,
          path: ['current_password'],
        }),
      ),
    send: async (values) => {
      const saved = await saveProfile(me.version, {
        full_name: values.full_name.trim(),
        email: email(values.email),
        phone: phone(values.phone),
        ...(moves(values) ? { current_password: values.current_password } : {}),
      })
      form.setFieldValue('current_password', '')
      queries.setQueryData(meKey, saved)
      await queries.invalidateQueries({ queryKey: meKey })
      toast.ok(t.saved)
    },
  })
  return (
    <Card title={t.title}>
      <form className="stack" onSubmit={(event) => void onSubmit(event)} noValidate>
        <Facts
          items={[
            [t.username, me.user.username],
            [t.role, roles[me.user.role]],
            me.user.position ? [t.position, me.user.position] : null,
            me.unit ? [t.unit, me.unit.name] : null,
          ]}
        />
        {summary}
        <TextInput label={t.name} autoComplete="name" {...field('full_name')} />
        <TextInput label={t.phone} description={t.phoneHint} type="tel" autoComplete="tel" {...field('phone')} />
        <TextInput label={t.email} type="email" autoComplete="email" {...field('email')} />
        {moves(values) ? (
          <PasswordInput
            label={t.password}
            description={t.passwordHint}
            autoComplete="current-password"
            {...field('current_password')}
          />
        ) : null}
        <div>
          <Button type="submit" loading={busy}>
            {t.save}
          </Button>
        </div>
      </form>
    </Card>
  )
}
