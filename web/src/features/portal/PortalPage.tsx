import { useQuery } from '@tanstack/react-query'
import { IconExternalLink, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { PublicNote } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { NoteCard } from './components/NoteCard'
import { NoteDialog } from './components/NoteDialog'
import { notesQuery } from './queries'
import { portalTexts } from './texts'

const KINDS: PublicNote['kind'][] = ['notice', 'advice', 'voice', 'giver']

export default function PortalPage() {
  const t = useTexts(portalTexts)
  const { me } = useSession()
  const query = useQuery(notesQuery)
  const [editing, setEditing] = useState<PublicNote | PublicNote['kind'] | null>(null)
  const path = me.ward ? `/cong-khai/${encodeURIComponent(me.ward.code)}` : '/cong-khai'
  return (
    <Page
      title={t.title}
      subtitle={t.subtitle}
      actions={
        <>
          <Button component="a" href={path} target="_blank" leftSection={<IconExternalLink size={20} aria-hidden />}>
            {t.view}
          </Button>
          <Button
            component="a"
            href={`${path}/ap-phich`}
            target="_blank"
            variant="default"
            leftSection={<IconPrinter size={20} aria-hidden />}
          >
            {t.poster}
          </Button>
        </>
      }
    >
      <Notice title={t.noChild}>{t.auto}</Notice>
      <QueryView query={query}>
        {(notes) => (
          <div className="stack">
            {KINDS.map((kind) => (
              <NoteCard
                key={kind}
                kind={kind}
                notes={notes.filter((note) => note.kind === kind)}
                onAdd={() => setEditing(kind)}
                onEdit={setEditing}
              />
            ))}
          </div>
        )}
      </QueryView>
      {editing ? <NoteDialog of={editing} onClose={() => setEditing(null)} /> : null}
    </Page>
  )
}
