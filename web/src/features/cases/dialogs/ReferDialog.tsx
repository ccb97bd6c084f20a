import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as z from 'zod/mini'
import type { Case, CaseReferral, NewReferral } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Checkbox, Textarea, TextInput } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { SegmentedControl } from '@/ui/Segmented'
import { Select } from '@/ui/Select'
import { toast } from '@/ui/toast'
import { UnitSelect } from '@/ui/UnitSelect'
import { useHouseForm } from '@/ui/useHouseForm'
import { actTexts } from './texts'
import { refer } from '../acts'
import styles from '../components/file.module.css'
import { fileTexts } from '../components/texts'
import { CASE_TOUCHES } from '../queries'
import { SHAREABLE, suggested, type Shareable } from '../sharing'
import { caseTexts } from '../texts'

interface Values {
  service: string | null
  where: 'inside' | 'outside'
  to_unit_id: string | null
  to: string
  purpose: string
  contact: string
  shared: string
}

/** A service is asked for help with the smallest set that serves: nothing is ticked before the officer ticks it. */
export function ReferDialog({ of, onClose }: { of: Case; onClose: () => void }) {
  const t = useTexts(actTexts).refer
  const required = useTexts(actTexts).required
  const words = useTexts(fileTexts).referral
  const sexes = useTexts(caseTexts).sex
  const { me, today } = useSession()
  const queries = useQueryClient()
  const [values, setValues] = useState(() => suggested(of, today, sexes))
  const [ticked, setTicked] = useState<Set<Shareable>>(new Set())
  const [extra, setExtra] = useState<{ label: string; value: string } | null>(null)
  const shared = [
    ...SHAREABLE.filter((name) => ticked.has(name) && values[name].trim()).map((name) => ({
      label: t.field[name],
      value: nfc(values[name]),
    })),
    ...(extra?.label.trim() && extra.value.trim() ? [{ label: nfc(extra.label), value: nfc(extra.value) }] : []),
  ]
  const inside = (value: unknown) => (value as Values).where === 'inside'
  const when = () => true
  const house = useHouseForm<Values>({
    initial: {
      service: null,
      where: 'inside',
      to_unit_id: null,
      to: '',
      purpose: '',
      contact: [me.user.full_name, me.user.phone].filter(Boolean).join(', '),
      shared: '',
    },
    schema: z
      .object({
        service: z.string(required),
        where: z.string(),
        to_unit_id: z.nullable(z.string()),
        to: z.string(),
        purpose: z.string().check(z.trim(), z.minLength(1, required)),
        contact: z.string().check(z.trim(), z.minLength(1, required)),
      })
      .check(
        z.refine((v) => !inside(v) || Boolean((v as unknown as Values).to_unit_id), {
          path: ['to_unit_id'],
          error: required,
          when,
        }),
        z.refine((v) => inside(v) || (v as unknown as Values).to.trim() !== '', {
          path: ['to'],
          error: required,
          when,
        }),
      ),
    send: async (sent, key) => {
      const here = sent.where === 'inside'
      const body: NewReferral = {
        service: sent.service as CaseReferral['service'],
        to_unit_id: here ? sent.to_unit_id : null,
        to: here ? '' : nfc(sent.to),
        purpose: nfc(sent.purpose),
        shared,
        contact: nfc(sent.contact),
      }
      await refer(of, key, body)
      for (const queryKey of CASE_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(here ? t.done : t.doneOutside)
      onClose()
    },
  })
  const tick = (name: Shareable, on: boolean) => {
    const next = new Set(ticked)
    if (on) next.add(name)
    else next.delete(name)
    setTicked(next)
  }
  return (
    <Modal opened onClose={onClose} title={t.title}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate autoComplete="off">
        {house.summary}
        <p className="second">{t.body}</p>
        <Select
          label={t.service}
          data={Object.entries(words.service).map(([value, label]) => ({ value, label }))}
          {...house.field('service')}
        />
        <SegmentedControl
          aria-label={t.where}
          fullWidth
          orientation="vertical"
          data={[
            { value: 'inside', label: t.inside },
            { value: 'outside', label: t.outside },
          ]}
          value={house.values.where}
          onChange={(value) => house.form.setFieldValue('where', value as Values['where'])}
        />
        {house.values.where === 'inside' ? (
          <UnitSelect label={t.unit} {...house.field('to_unit_id')} />
        ) : (
          <TextInput label={t.to} maxLength={300} {...house.field('to')} />
        )}
        <Textarea label={t.purpose} autosize minRows={2} maxLength={4000} {...house.field('purpose')} />
        <fieldset className={`${styles.box} stack-2`}>
          <legend>{t.shared}</legend>
          <p className="second">{t.sharedHint}</p>
          {SHAREABLE.map((name) => (
            <div key={name} className="stack-2">
              <Checkbox
                label={t.field[name]}
                checked={ticked.has(name)}
                onChange={(event) => tick(name, event.currentTarget.checked)}
              />
              {ticked.has(name) ? (
                <TextInput
                  aria-label={t.value(t.field[name])}
                  maxLength={2000}
                  value={values[name]}
                  onChange={(event) => setValues({ ...values, [name]: event.currentTarget.value })}
                />
              ) : null}
            </div>
          ))}
          <Checkbox
            label={t.another}
            checked={extra !== null}
            onChange={(event) => setExtra(event.currentTarget.checked ? { label: '', value: '' } : null)}
          />
          {extra ? (
            <div className="cols-2">
              <TextInput
                label={t.anotherLabel}
                maxLength={120}
                value={extra.label}
                onChange={(event) => setExtra({ ...extra, label: event.currentTarget.value })}
              />
              <TextInput
                label={t.value(extra.label || t.another)}
                maxLength={2000}
                value={extra.value}
                onChange={(event) => setExtra({ ...extra, value: event.currentTarget.value })}
              />
            </div>
          ) : null}
        </fieldset>
        <TextInput label={t.contact} description={t.contactHint} maxLength={300} {...house.field('contact')} />
        <div>
          <p className="second">{t.preview}</p>
          <p className="pre">
            {shared.length === 0 ? t.nothing : shared.map((one) => `${one.label}: ${one.value}`).join('\n')}
          </p>
        </div>
        <div>
          <Button type="submit" loading={house.busy}>
            {t.send}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
