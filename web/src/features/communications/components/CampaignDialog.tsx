import { useQuery, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { planChoicesQuery } from '@/api/queries'
import type { Campaign } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { ApiProblem, isProblem } from '@/lib/problem'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { Textarea, TextInput } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { Select } from '@/ui/Select'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { communicationFormTexts } from '../formTexts'
import { COMMUNICATION_TOUCHES, createCampaign, patchCampaign } from '../queries'
import { communicationTexts } from '../texts'

interface CampaignValues {
  name: string
  theme: string
  starts_on: string | null
  ends_on: string | null
  plan_id: string | null
  note: string
}

export function CampaignDialog({ campaign, onClose }: { campaign: Campaign | null; onClose: () => void }) {
  const t = useTexts(communicationTexts).campaigns
  const endBefore = useTexts(communicationFormTexts).endBefore
  const queries = useQueryClient()
  const plans = useQuery(planChoicesQuery)
  const refresh = () => COMMUNICATION_TOUCHES.map((queryKey) => void queries.invalidateQueries({ queryKey }))
  const house = useHouseForm<CampaignValues>({
    initial: {
      name: campaign?.name ?? '',
      theme: campaign?.theme ?? '',
      starts_on: campaign?.starts_on ?? null,
      ends_on: campaign?.ends_on ?? null,
      plan_id: campaign?.plan_id ?? null,
      note: campaign?.note ?? '',
    },
    schema: z
      .object({
        name: z.string().check(z.trim(), z.minLength(1, t.nameMissing)),
        starts_on: z.string(t.dayMissing),
        ends_on: z.string(t.dayMissing),
      })
      .check(z.refine((values) => values.ends_on >= values.starts_on, { message: endBefore, path: ['ends_on'] })),
    send: async (values, key) => {
      const body = {
        ...values,
        name: nfc(values.name),
        theme: nfc(values.theme),
        note: nfc(values.note),
        starts_on: values.starts_on!,
        ends_on: values.ends_on!,
      }
      try {
        if (campaign) await patchCampaign(campaign, body)
        else await createCampaign(body, key)
      } catch (error) {
        if (!isProblem(error, 412)) throw error
        refresh()
        throw new ApiProblem(412, { code: 'stale', detail: t.stale })
      }
      refresh()
      toast.ok(t.saved)
      onClose()
    },
  })
  // The plan's own theme and days are taken over with it.
  const choosePlan = (id: string | null) => {
    const plan = plans.data?.find((one) => one.id === id)
    house.form.setValues({
      plan_id: id,
      ...(plan && !house.values.theme ? { theme: plan.theme } : {}),
      ...(plan && !house.values.starts_on ? { starts_on: plan.starts_on, ends_on: plan.ends_on } : {}),
    })
  }
  return (
    <Modal opened onClose={onClose} title={campaign ? t.editTitle : t.newTitle}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        {house.summary}
        <TextInput label={t.name} maxLength={200} {...house.field('name')} />
        <Select
          label={t.plan}
          placeholder={t.noPlan}
          clearable
          data={(plans.data ?? []).map((plan) => ({ value: plan.id, label: plan.title }))}
          {...house.field('plan_id')}
          onChange={choosePlan}
        />
        <TextInput label={t.theme} maxLength={500} {...house.field('theme')} />
        <div className="cols-2">
          <DateField label={t.start} {...house.field('starts_on')} />
          <DateField label={t.end} {...house.field('ends_on')} />
        </div>
        <Textarea label={t.note} autosize minRows={2} maxRows={8} maxLength={4000} {...house.field('note')} />
        <Button type="submit" loading={house.busy}>
          {t.save}
        </Button>
      </form>
    </Modal>
  )
}
