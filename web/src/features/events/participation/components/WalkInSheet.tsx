import type { EventAttendanceLine } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { ChildFinder } from '@/ui/ChildFinder'
import { Sheet } from '@/ui/Modal'
import { toast } from '@/ui/toast'
import { checkinTexts } from '../checkinTexts'

interface WalkInProps {
  lines: { child_id: string }[]
  onAdd: (line: EventAttendanceLine) => void
  onClose: () => void
}

/** Whoever came along has to be asked like everybody else; the sheet of the new line opens for it. */
export function WalkInSheet({ lines, onAdd, onClose }: WalkInProps) {
  const t = useTexts(checkinTexts).walkInSheet
  return (
    <Sheet opened onClose={onClose} title={t.title}>
      <div className="stack">
        <p className="second">{t.intro}</p>
        <ChildFinder
          action={(child) =>
            lines.some((line) => line.child_id === child.id) ? (
              <span className="second">{t.already}</span>
            ) : (
              <Button
                size="sm"
                variant="light"
                onClick={() => {
                  const { id: child_id, full_name, birth_year, neighborhood } = child
                  // The server knows the exact age; until then both are asked.
                  const age = new Date().getFullYear() - birth_year
                  onAdd({
                    child_id,
                    full_name,
                    birth_year,
                    neighborhood,
                    phone: null,
                    medical_warning: '',
                    can_swim: null,
                    code: '',
                    consent: 'missing',
                    ask: age >= 7 ? ['parents', 'child'] : ['parents'],
                    state: null,
                    note: '',
                    marked_at: null,
                    marked_by: null,
                    walk_in: true,
                  })
                  toast.ok(t.added(full_name))
                  onClose()
                }}
              >
                {t.add}
              </Button>
            )
          }
        />
      </div>
    </Sheet>
  )
}
