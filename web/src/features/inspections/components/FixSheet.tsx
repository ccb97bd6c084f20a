import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as z from 'zod/mini'
import type { Recommendation } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { nfc } from '@/lib/text'
import { readDraft, useDraft } from '@/lib/useDraft'
import { Button } from '@/ui/Button'
import { Textarea } from '@/ui/inputs'
import { Sheet } from '@/ui/Modal'
import { PhotoButton } from '@/ui/PhotoButton'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { fixRecommendation, INSPECTION_TOUCHES, uploadFiles } from '../queries'
import { recommendationTexts } from '../texts'

/** The unit reports that it is put right, with photos. */
export function FixSheet({ row, onClose }: { row: Recommendation; onClose: () => void }) {
  const t = useTexts(recommendationTexts).act
  const { me } = useSession()
  const queries = useQueryClient()
  const [files, setFiles] = useState<File[]>([])
  const [sent, setSent] = useState(false)
  const draftKey = `${me.user.id}.fix.${row.id}`
  const house = useHouseForm({
    initial: { note: readDraft<string>(draftKey) ?? '' },
    schema: z.object({ note: z.string().check(z.trim(), z.minLength(1, t.fixMissing)) }),
    send: async (values, key) => {
      const attachment_ids = await uploadFiles(files, key)
      await fixRecommendation(row, key, { note: nfc(values.note), attachment_ids })
      setSent(true)
      for (const queryKey of INSPECTION_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(t.fixed)
      onClose()
    },
  })
  useDraft(draftKey, sent ? null : house.values.note || null)
  return (
    <Sheet opened onClose={onClose} title={t.fixTitle}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate style={{ paddingBottom: 16 }}>
        <p className="second">{row.text}</p>
        {house.summary}
        <PhotoButton files={files} onChange={setFiles} documents />
        <Textarea label={t.fixNote} autosize minRows={3} maxRows={10} maxLength={8000} {...house.field('note')} />
        <Button type="submit" fullWidth loading={house.busy}>
          {t.fixSend}
        </Button>
      </form>
    </Sheet>
  )
}
