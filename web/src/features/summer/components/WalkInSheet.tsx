import type { RosterLine } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { ChildFinder } from '@/ui/ChildFinder'
import { Button } from '@/ui/Button'
import { Sheet } from '@/ui/Modal'
import { toast } from '@/ui/toast'
import { attendanceTexts } from '../attendanceTexts'

interface WalkInProps {
  lines: { child_id: string }[]
  onAdd: (line: RosterLine) => void
  onClose: () => void
}

export function WalkInSheet({ lines, onAdd, onClose }: WalkInProps) {
  const t = useTexts(attendanceTexts).found
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
                  onAdd({
                    child_id,
                    full_name,
                    birth_year,
                    neighborhood,
                    medical_warning: '',
                    note: '',
                    opinion_note: '',
                    walk_in: true,
                    conflicts: [],
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
