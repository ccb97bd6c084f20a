import { useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { PasswordInput } from '@/ui/inputs'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { changePassword, sessionsQuery } from '../queries'
import { accountTexts } from '../texts'

const empty = { current_password: '', new_password: '', again: '' }

export function PasswordCard() {
  const t = useTexts(accountTexts).password
  const queries = useQueryClient()
  const { form, field, onSubmit, summary, busy } = useHouseForm({
    initial: empty,
    schema: z
      .object({
        current_password: z.string().check(z.minLength(1, t.missing)),
        new_password: z.string().check(z.minLength(12, t.short)),
        again: z.string(),
      })
      .check(z.refine((v) => v.new_password === v.again, { message: t.differ, path: ['again'] })),
    send: async (values) => {
      await changePassword(values.current_password, values.new_password)
      form.setValues(empty)
      void queries.invalidateQueries({ queryKey: sessionsQuery.queryKey })
      toast.ok(t.saved)
    },
  })
  return (
    <Card title={t.title}>
      <form className="stack" onSubmit={(event) => void onSubmit(event)} noValidate>
        {summary}
        <PasswordInput label={t.current} autoComplete="current-password" {...field('current_password')} />
        <PasswordInput label={t.next} description={t.hint} autoComplete="new-password" {...field('new_password')} />
        <PasswordInput label={t.again} autoComplete="new-password" {...field('again')} />
        <div>
          <Button type="submit" variant="light" loading={busy}>
            {t.save}
          </Button>
        </div>
      </form>
    </Card>
  )
}
