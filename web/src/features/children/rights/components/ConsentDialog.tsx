import { useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import type { Child } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { Textarea, TextInput } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { Select } from '@/ui/Select'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { isAsked, type Purpose } from '../consents'
import { addConsent, CONSENT_TOUCHES } from '../queries'
import { rightsTexts } from '../texts'
import { AnswerField } from './AnswerField'
import { GuardianFill } from './GuardianFill'

type Answer = 'yes' | 'no' | null

interface Values {
  purpose: Purpose | null
  given_on: string | null
  representative_name: string
  representative_relation: string
  representative_agrees: Answer
  child_agrees: Answer
  method: string
  text_version: string
  expires_on: string | null
  note: string
}

export function ConsentDialog({ child, onClose }: { child: Child; onClose: () => void }) {
  const t = useTexts(rightsTexts).consent
  const { today } = useSession()
  const queries = useQueryClient()
  const asks = (day: string | null) => isAsked(child.date_of_birth ?? '', day ?? today)
  const filled = (missing: string) => z.string().check(z.refine((text) => text.trim() !== '', missing))
  const house = useHouseForm<Values>({
    initial: {
      purpose: null,
      given_on: today,
      representative_name: '',
      representative_relation: '',
      representative_agrees: null,
      child_agrees: null,
      method: '',
      text_version: '',
      expires_on: null,
      note: '',
    },
    schema: z
      .object({
        purpose: z.string(t.purposeMissing),
        given_on: z.string(t.onMissing).check(z.refine((day) => day <= today, t.future)),
        representative_name: filled(t.nameMissing),
        representative_relation: filled(t.relationMissing),
        representative_agrees: z.string(t.familyMissing),
        child_agrees: z.nullable(z.string()),
        expires_on: z.nullable(z.string()),
      })
      .check(
        z.refine((v) => v.child_agrees !== null || !asks(v.given_on), {
          message: t.childMissing,
          path: ['child_agrees'],
          // Told together with what else is missing, not after it.
          when: () => true,
        }),
        z.refine((v) => !v.expires_on || v.given_on <= v.expires_on, { message: t.order, path: ['expires_on'] }),
      ),
    send: async (values, key) => {
      await addConsent(child.id, key, {
        purpose: values.purpose!,
        given_on: values.given_on!,
        representative_name: nfc(values.representative_name),
        representative_relation: nfc(values.representative_relation),
        representative_agrees: values.representative_agrees === 'yes',
        child_agrees: asks(values.given_on) ? values.child_agrees === 'yes' : null,
        method: nfc(values.method),
        text_version: nfc(values.text_version),
        expires_on: values.expires_on,
        note: nfc(values.note),
      })
      for (const queryKey of CONSENT_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(t.added)
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={t.addTitle}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate autoComplete="off">
        {house.summary}
        <Select
          label={t.purposeLabel}
          data={Object.entries(t.purpose).map(([value, label]) => ({ value, label }))}
          {...house.field('purpose')}
        />
        <DateField label={t.on} {...house.field('given_on')} />
        <p className="second">{t.nameHint}</p>
        <GuardianFill
          child={child}
          onFill={(name, relation) =>
            house.form.setValues({ representative_name: name, representative_relation: relation })
          }
        />
        <div className="cols-2">
          <TextInput label={t.name} maxLength={100} {...house.field('representative_name')} />
          <TextInput label={t.relation} maxLength={60} {...house.field('representative_relation')} />
        </div>
        <AnswerField label={t.familySays} {...house.field('representative_agrees')} />
        {asks(house.values.given_on) ? (
          <AnswerField label={t.childSays} description={t.childHint} {...house.field('child_agrees')} />
        ) : (
          <p className="second">{t.young}</p>
        )}
        <div className="cols-2">
          <TextInput label={t.method} description={t.methodHint} maxLength={200} {...house.field('method')} />
          <TextInput label={t.version} description={t.versionHint} maxLength={200} {...house.field('text_version')} />
        </div>
        <DateField label={t.expires} description={t.expiresHint} {...house.field('expires_on')} />
        <Textarea label={t.note} autosize minRows={2} maxLength={2000} {...house.field('note')} />
        <div>
          <Button type="submit" loading={house.busy}>
            {t.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
