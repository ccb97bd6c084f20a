import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import * as z from 'zod/mini'
import type { Hotline } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { TextInput } from '@/ui/inputs'
import { useHouseForm } from '@/ui/useHouseForm'
import { adminTexts } from '../texts'

const MOST = 5
const LIST = 'settings.hotlines'

interface Props {
  hotlines: Hotline[]
  save: (hotlines: Hotline[]) => Promise<void>
}

export function HotlinesForm({ hotlines, save }: Props) {
  const t = useTexts(adminTexts).hotlines
  const { form, part, values, summary, busy, onSubmit } = useHouseForm({
    // As the server names the fields, so that its errors stand where they belong.
    initial: { settings: { hotlines } },
    schema: z.object({
      settings: z.object({
        hotlines: z.array(
          z.object({
            label: z.string().check(z.trim(), z.minLength(1, t.missingLabel)),
            phone: z.string().check(z.trim(), z.minLength(1, t.missingPhone)),
          }),
        ),
      }),
    }),
    send: ({ settings }) =>
      save(settings.hotlines.map(({ label, phone, hours }) => ({ label: nfc(label), phone, hours: nfc(hours ?? '') }))),
  })
  const rows = values.settings.hotlines
  return (
    <form className="stack" onSubmit={(event) => void onSubmit(event)} noValidate>
      {summary}
      {rows.length === 0 ? <p className="second">{t.empty}</p> : null}
      {rows.map((_, at) => (
        // Rows have no ids; a row that is taken out moves the others up.
        <fieldset key={at} className="stack-2">
          <legend>{t.one(at + 1)}</legend>
          <TextInput label={t.label} description={t.labelHint} maxLength={80} {...part(`${LIST}.${at}.label`)} />
          <div className="cols-2">
            <TextInput label={t.phone} type="tel" maxLength={20} {...part(`${LIST}.${at}.phone`)} />
            <TextInput label={t.hours} description={t.hoursHint} maxLength={80} {...part(`${LIST}.${at}.hours`)} />
          </div>
          <div className="row">
            {at > 0 ? (
              <Button
                variant="subtle"
                size="sm"
                leftSection={<IconArrowUp size={18} aria-hidden />}
                aria-label={t.up(at + 1)}
                onClick={() => form.reorderListItem(LIST, { from: at, to: at - 1 })}
              >
                {t.upShort}
              </Button>
            ) : null}
            <Button
              variant="subtle"
              size="sm"
              color="red"
              leftSection={<IconTrash size={18} aria-hidden />}
              aria-label={t.drop(at + 1)}
              onClick={() => form.removeListItem(LIST, at)}
            >
              {t.dropShort}
            </Button>
          </div>
        </fieldset>
      ))}
      <div className="row">
        <Button type="submit" loading={busy}>
          {t.save}
        </Button>
        {rows.length < MOST ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={20} aria-hidden />}
            onClick={() => form.insertListItem(LIST, { label: '', phone: '', hours: '' })}
          >
            {t.add}
          </Button>
        ) : null}
      </div>
    </form>
  )
}
