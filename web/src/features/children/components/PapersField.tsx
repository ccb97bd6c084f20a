import { useId } from 'react'
import { useTexts } from '@/lib/i18n'
import { PhotoButton } from '@/ui/PhotoButton'
import { childTexts } from '../texts'

/** Photos or files of a circumstance's papers, chosen but not sent yet. */
export function PapersField({ files, onChange }: { files: File[]; onChange: (files: File[]) => void }) {
  const t = useTexts(childTexts).circumstance.file
  const id = useId()
  return (
    <div role="group" aria-labelledby={id} className="stack-2">
      <p id={id}>{t.label}</p>
      <PhotoButton files={files} onChange={onChange} documents />
      <p className="second">{t.hint}</p>
    </div>
  )
}
