import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import * as z from 'zod/mini'
import type { Child } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { Textarea, TextInput } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { Notice } from '@/ui/Notice'
import { Select } from '@/ui/Select'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { addCircumstance, catalogueQuery, uploadPapers } from '../queries'
import { childTexts } from '../texts'
import { useTakeChild } from '../useChildActs'
import { PapersField } from './PapersField'

interface Values {
  code: string | null
  sub_code: string | null
  from_date: string | null
  to_date: string | null
  evidence: string
  note: string
}

export function CircumstanceDialog({ child, onClose }: { child: Child; onClose: () => void }) {
  const t = useTexts(childTexts).circumstance
  const { today } = useSession()
  const take = useTakeChild()
  const catalogue = useQuery(catalogueQuery)
  const [files, setFiles] = useState<File[]>([])
  const house = useHouseForm<Values>({
    initial: { code: null, sub_code: null, from_date: null, to_date: null, evidence: '', note: '' },
    schema: z
      .object({
        code: z.string(t.codeMissing),
        from_date: z.string(t.fromMissing),
        to_date: z.nullable(z.string()),
      })
      .check(z.refine((v) => !v.to_date || v.from_date <= v.to_date, { message: t.order, path: ['to_date'] })),
    send: async (values, key) => {
      const attachment_ids = await uploadPapers(files, key)
      take(
        await addCircumstance(child.id, key, {
          code: values.code!,
          sub_code: values.sub_code,
          from_date: values.from_date!,
          to_date: values.to_date,
          evidence: nfc(values.evidence),
          note: nfc(values.note),
          attachment_ids,
        }),
      )
      const past = values.to_date && values.to_date < today
      toast.ok(past ? t.addedPast : values.from_date! > today ? t.addedComing : t.added)
      onClose()
    },
  })
  const groups = (catalogue.data ?? []).filter((group) => !group.valid_to || group.valid_to >= today)
  const of = (kind: string) =>
    groups
      .filter((group) => group.kind === kind)
      .map((group) => ({ value: group.code, label: `${group.code} – ${group.label}` }))
  const chosen = groups.find((group) => group.code === house.values.code)
  return (
    <Modal opened onClose={onClose} title={t.addTitle}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate autoComplete="off">
        {house.summary}
        <Select
          label={t.code}
          searchable
          data={[
            { group: t.special, items: of('circumstance') },
            { group: t.risks, items: of('risk') },
          ]}
          {...house.field('code')}
          onChange={(value) => {
            house.form.setFieldValue('code', value)
            house.form.setFieldValue('sub_code', null)
          }}
        />
        {chosen ? (
          <>
            <p className="second">{t.basis(chosen.legal_basis)}</p>
            {chosen.secrecy === 'normal' ? null : <Notice tone="warn">{t.secret}</Notice>}
            {chosen.sub.length > 0 ? (
              <Select
                label={t.sub}
                placeholder={t.noSub}
                clearable
                data={chosen.sub.map((sub) => ({ value: sub.code, label: sub.label }))}
                {...house.field('sub_code')}
              />
            ) : null}
          </>
        ) : null}
        <div className="cols-2">
          <DateField label={t.from} {...house.field('from_date')} />
          <DateField label={t.to} description={t.toHint} {...house.field('to_date')} />
        </div>
        <TextInput label={t.evidenceLabel} description={t.evidenceHint} maxLength={500} {...house.field('evidence')} />
        <PapersField files={files} onChange={setFiles} />
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
