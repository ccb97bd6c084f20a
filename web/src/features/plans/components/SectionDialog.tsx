import { useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import type { Plan, Section } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Textarea, TextInput } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { addSection, patchSection, PLAN_TOUCHES } from '../queries'
import { planTexts } from '../texts'

interface SectionDialogProps {
  plan: Plan
  section: Section | null
  parent: string | null
  onClose: () => void
}

export function SectionDialog({ plan, section, parent, onClose }: SectionDialogProps) {
  const t = useTexts(planTexts)
  const queries = useQueryClient()
  const house = useHouseForm({
    initial: { number: section?.number ?? '', title: section?.title ?? '', body: section?.body ?? '' },
    schema: z.object({
      number: z.string().check(z.trim(), z.minLength(1, t.section.missingNumber)),
      title: z.string().check(z.trim(), z.minLength(1, t.section.missingTitle)),
    }),
    send: async (values, key) => {
      const body = { number: nfc(values.number), title: nfc(values.title), body: nfc(values.body) }
      if (section) await patchSection(plan, section.id, body)
      else await addSection(plan.id, parent, body, key)
      for (const queryKey of PLAN_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(t.section.saved)
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={section ? t.section.edit : parent ? t.section.addChild : t.section.add}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        {house.summary}
        <TextInput label={t.section.number} maxLength={12} {...house.field('number')} />
        <TextInput label={t.section.title} maxLength={500} {...house.field('title')} />
        <Textarea label={t.section.body} autosize minRows={4} maxRows={16} {...house.field('body')} />
        <div>
          <Button type="submit" loading={house.busy}>
            {t.details.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
