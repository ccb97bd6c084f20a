import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Modal } from '@/ui/Modal'
import { Select } from '@/ui/Select'
import { useHouseForm } from '@/ui/useHouseForm'
import { integrationTexts } from '../texts'

interface RotateDialogProps {
  name: string
  rotate: (hours: number, key: string) => Promise<void>
  onClose: () => void
}

export function RotateDialog({ name, rotate, onClose }: RotateDialogProps) {
  const t = useTexts(integrationTexts).rotation
  const house = useHouseForm<{ grace_hours: string | null }>({
    initial: { grace_hours: '24' },
    send: (values, key) => rotate(Number(values.grace_hours ?? 24), key),
  })
  return (
    <Modal opened onClose={onClose} title={t.title(name)} size="md">
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        {house.summary}
        <p>{t.body}</p>
        <Select
          label={t.grace}
          data={Object.entries(t.hours).map(([value, label]) => ({ value, label }))}
          allowDeselect={false}
          {...house.field('grace_hours')}
        />
        <div>
          <Button type="submit" loading={house.busy}>
            {t.do}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
