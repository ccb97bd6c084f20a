import { useQueryClient } from '@tanstack/react-query'
import type { HandoverChild, HandoverChildPatch } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Checkbox, Textarea, TextInput } from '@/ui/inputs'
import { Sheet } from '@/ui/Modal'
import { Select } from '@/ui/Select'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { patchChild, SUMMER_TOUCHES } from '../queries'
import { summerTexts } from '../texts'
import { useVersion } from '../useVersion'

interface ChildDialogProps {
  handover: string
  child: HandoverChild
  /** The school writes before, the locality after the summer. */
  side: 'school' | 'locality'
  onClose: () => void
}

export function ChildDialog({ handover, child, side, onClose }: ChildDialogProps) {
  const texts = useTexts(summerTexts)
  const t = texts.list
  const queries = useQueryClient()
  const onVersion = useVersion(child)
  const { membership, academic, conduct, talents, teacher, note, remarks, commended } = child
  const house = useHouseForm({
    initial: { membership, academic, conduct, talents, teacher, note, remarks, commended },
    send: async (values) => {
      const school: HandoverChildPatch = {
        membership: values.membership,
        academic: nfc(values.academic),
        conduct: nfc(values.conduct),
        talents: nfc(values.talents),
        teacher: nfc(values.teacher),
        note: nfc(values.note),
      }
      const locality: HandoverChildPatch = { remarks: nfc(values.remarks), commended: values.commended }
      const body = side === 'school' ? school : locality
      await onVersion((version) => patchChild(handover, { child_id: child.child_id, version }, body))
      for (const queryKey of SUMMER_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(texts.one.saved)
      onClose()
    },
  })
  return (
    <Sheet opened onClose={onClose} title={child.full_name}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        {house.summary}
        {side === 'school' ? (
          <>
            <div className="cols-2">
              <Select
                label={t.membership}
                allowDeselect={false}
                data={(['none', 'star', 'pioneer', 'union'] as const).map((value) => ({
                  value,
                  label: t.memberships[value],
                }))}
                {...house.field('membership')}
              />
              <TextInput label={t.teacher} maxLength={150} {...house.field('teacher')} />
              <TextInput label={t.academic} maxLength={100} {...house.field('academic')} />
              <TextInput label={t.conduct} maxLength={100} {...house.field('conduct')} />
            </div>
            <TextInput label={t.talents} maxLength={200} {...house.field('talents')} />
            <Textarea label={t.note} autosize minRows={2} maxLength={1000} {...house.field('note')} />
          </>
        ) : (
          <>
            <Textarea label={t.remarks} autosize minRows={2} maxLength={1000} {...house.field('remarks')} />
            <Checkbox label={t.commended} {...house.checkbox('commended')} />
          </>
        )}
        <div>
          <Button type="submit" loading={house.busy}>
            {texts.one.save}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
