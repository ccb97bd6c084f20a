import { useState } from 'react'
import type { Child, Circumstance } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Modal } from '@/ui/Modal'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { addPapers, uploadPapers } from '../queries'
import { childTexts } from '../texts'
import { useTakeChild } from '../useChildActs'
import { PapersField } from './PapersField'

interface PapersDialogProps {
  child: Child
  one: Circumstance
  onClose: () => void
}

/** Papers that came after the circumstance was written down. */
export function PapersDialog({ child, one, onClose }: PapersDialogProps) {
  const t = useTexts(childTexts).circumstance.file
  const take = useTakeChild()
  const [files, setFiles] = useState<File[]>([])
  const house = useHouseForm<object>({
    initial: {},
    send: async (_, key) => {
      take(await addPapers(child.id, one.id, key, await uploadPapers(files, key)))
      toast.ok(t.added)
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={t.title} size="md">
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate autoComplete="off">
        {house.summary}
        <p>{one.label}</p>
        <PapersField files={files} onChange={setFiles} />
        <div>
          <Button type="submit" loading={house.busy} disabled={files.length === 0}>
            {t.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
