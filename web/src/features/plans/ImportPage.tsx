import { useState } from 'react'
import type { Preview } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import { readDraft, useDraft } from '@/lib/useDraft'
import { ErrorState, useProblemText } from '@/ui/ErrorState'
import { FileDrop } from '@/ui/FileDrop'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { PreviewEditor } from './components/PreviewEditor'
import { importDraftKey, refusalOf, type ImportDraft } from './importDraft'
import { readDocument } from './queries'
import { planTexts } from './texts'

export default function ImportPage() {
  const { can } = useSession()
  if (!can('plans', 'create')) return <ErrorState error={new ApiProblem(403, {})} />
  return <Import />
}

function Import() {
  const { me } = useSession()
  const key = importDraftKey(me.user.id)
  const [draft, setDraft] = useState<ImportDraft | null>(() => readDraft<ImportDraft>(key))
  // Leaving, closing the tab or a dead battery loses nothing.
  useDraft(key, draft)
  if (!draft) {
    return <Upload onRead={(preview, fileName) => setDraft({ preview, fileName, at: Date.now() })} />
  }
  return (
    <PreviewEditor
      fileName={draft.fileName}
      preview={draft.preview}
      onChange={(update) => setDraft((old) => (old ? { ...old, preview: update(old.preview), at: Date.now() } : old))}
      onLeave={() => setDraft(null)}
    />
  )
}

function Upload({ onRead }: { onRead: (preview: Preview, fileName: string) => void }) {
  const t = useTexts(planTexts)
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const read = async (file: File) => {
    const refusal = refusalOf(file)
    if (refusal) {
      return setProblem(refusal === 'wrongType' ? t.upload.wrongType(file.name) : t.upload[refusal])
    }
    setBusy(true)
    setProblem(null)
    try {
      onRead(await readDocument(file), file.name)
    } catch (error) {
      setProblem(problemText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Page title={t.upload.title} back={{ to: '/ke-hoach', label: t.back }} subtitle={t.upload.intro} narrow>
      {problem ? (
        <Notice tone="danger" title={t.upload.failed} live>
          {problem}
        </Notice>
      ) : null}
      <FileDrop
        label={t.upload.drop}
        hint={t.upload.hint}
        accept=".docx,.txt"
        busy={busy}
        busyLabel={t.upload.reading}
        onFile={(file) => void read(file)}
      />
    </Page>
  )
}
