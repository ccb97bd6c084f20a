import { useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import type { Role, User } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { nfc } from '@/lib/text'
import { words } from '@/lib/words'
import { Button } from '@/ui/Button'
import { TextInput } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { Select } from '@/ui/Select'
import { toast } from '@/ui/toast'
import { UnitSelect } from '@/ui/UnitSelect'
import { useHouseForm } from '@/ui/useHouseForm'
import { createUser, patchUser, USER_TOUCHES } from '../queries'
import { adminTexts } from '../texts'

interface UserDialogProps {
  user: User | null
  onClose: () => void
  onCreated: (name: string, password: string) => void
}

interface Values {
  username: string
  full_name: string
  position: string
  role: Role | null
  unit_id: string | null
  email: string
  phone: string
}

export function UserDialog({ user, onClose, onCreated }: UserDialogProps) {
  const t = useTexts(adminTexts).users
  const roles = useTexts(words).role
  const queries = useQueryClient()
  const house = useHouseForm<Values>({
    initial: {
      username: user?.username ?? '',
      full_name: user?.full_name ?? '',
      position: user?.position ?? '',
      role: user?.role ?? null,
      unit_id: user?.unit_id ?? null,
      email: user?.email ?? '',
      phone: user?.phone ?? '',
    },
    schema: z.object({
      username: z.string().check(z.regex(/^[a-z0-9._-]{3,40}$/, t.missingUsername)),
      full_name: z.string().check(z.trim(), z.minLength(2, t.missingName)),
      role: z.string(t.missingRole),
      unit_id: z.string(t.missingUnit),
      phone: z.string().check(z.regex(/^$|^0[\d\s.]{9,12}$/, t.wrongPhone)),
    }),
    send: async (values, key) => {
      const body = {
        full_name: nfc(values.full_name),
        position: nfc(values.position),
        role: values.role!,
        unit_id: values.unit_id!,
        email: values.email.trim() || null,
        phone: values.phone.replace(/[\s.]/g, '') || null,
      }
      const made = user ? null : await createUser({ ...body, username: values.username.trim() }, key)
      if (user) await patchUser(user, body)
      for (const queryKey of USER_TOUCHES) void queries.invalidateQueries({ queryKey })
      if (made?.initial_password) return onCreated(made.full_name, made.initial_password)
      toast.ok(t.saved)
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={user ? t.edit : t.add}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        {house.summary}
        <TextInput label={t.name} {...house.field('full_name')} />
        <TextInput
          label={t.username}
          description={t.usernameHint}
          disabled={user !== null}
          autoCapitalize="none"
          spellCheck={false}
          {...house.field('username')}
        />
        <Select
          label={t.role}
          data={Object.entries(roles).map(([value, label]) => ({ value, label }))}
          {...house.field('role')}
        />
        <UnitSelect label={t.unit} {...house.field('unit_id')} />
        <TextInput label={t.position} {...house.field('position')} />
        <div className="cols-2">
          <TextInput label={t.phone} type="tel" {...house.field('phone')} />
          <TextInput label={t.email} type="email" {...house.field('email')} />
        </div>
        <div>
          <Button type="submit" loading={house.busy}>
            {user ? t.save : t.create}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
