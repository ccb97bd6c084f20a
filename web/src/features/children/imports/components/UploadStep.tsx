import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTexts } from '@/lib/i18n'
import { saveBlob } from '@/ui/Attachments'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { useProblemText } from '@/ui/ErrorState'
import { FileDrop } from '@/ui/FileDrop'
import { Notice } from '@/ui/Notice'
import { toast } from '@/ui/toast'
import { readList, readTemplate, type ChildImport } from '../queries'
import { importTexts } from '../texts'
import { RefusalNotice } from './RefusalNotice'
import { useReader } from './useReader'

export const ACCEPT = '.xlsx,.xls,.ods,.csv'

export function UploadStep({ onRead }: { onRead: (read: ChildImport, file: File, converted: boolean) => void }) {
  const t = useTexts(importTexts).upload
  const legacy = useTexts(importTexts).legacy
  const memoryOnly = useTexts(importTexts).memoryOnly
  const { read, busy, refusal } = useReader(readList)
  // Read, but typed in an old font: first the question how to go on.
  const [old, setOld] = useState<{ read: ChildImport; file: File } | null>(null)
  const choose = async (file: File, convert: boolean) => {
    const answer = await read(file, { mapping: {}, convert })
    if (!answer) return
    if (answer.legacy && !convert) setOld({ read: answer, file })
    else onRead(answer, file, convert)
  }
  return (
    <>
      {refusal ? <RefusalNotice refusal={refusal} /> : null}
      {old?.read.legacy ? (
        <Notice
          tone="warn"
          live
          title={legacy.title(legacy.fonts[old.read.legacy])}
          actions={
            <>
              <Button loading={busy} onClick={() => void choose(old.file, true)}>
                {legacy.convert}
              </Button>
              <Button variant="default" disabled={busy} onClick={() => onRead(old.read, old.file, false)}>
                {legacy.keep}
              </Button>
            </>
          }
        >
          {legacy.body}
        </Notice>
      ) : null}
      <div className="split">
        <div className="stack">
          <FileDrop
            label={t.drop}
            hint={busy ? t.readingLong : t.hint}
            accept={ACCEPT}
            busy={busy}
            busyLabel={t.reading}
            onFile={(file) => void choose(file, false)}
          />
          <p className="small muted">{memoryOnly}</p>
        </div>
        <Card title={t.acceptsTitle}>
          <div className="stack">
            <ul className="stack-2" style={{ paddingInlineStart: 20 }}>
              {t.accepts.split('\n').map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <Template />
          </div>
        </Card>
      </div>
      <p className="sr-only" role="status">
        {busy ? t.reading : ''}
      </p>
    </>
  )
}

function Template() {
  const t = useTexts(importTexts).upload
  const problemText = useProblemText()
  const [busy, setBusy] = useState(false)
  const download = async () => {
    setBusy(true)
    try {
      saveBlob(await readTemplate(), t.templateFile)
    } catch (error) {
      toast.error(problemText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="stack-2">
      <p className="second">{t.templateHint}</p>
      <div>
        <Button
          variant="default"
          loading={busy}
          leftSection={<IconDownload size={18} aria-hidden />}
          onClick={() => void download()}
        >
          {t.template}
        </Button>
      </div>
    </div>
  )
}
