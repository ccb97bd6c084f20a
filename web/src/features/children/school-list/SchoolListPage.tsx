import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { HandoverListPreview } from '@/api/types'
import { useSession } from '@/app/session'
import { RefusalNotice } from '../imports/components/RefusalNotice'
import { useReader } from '../imports/components/useReader'
import { mappingFor, type Corrections } from '../imports/preview'
import type { HowToRead } from '../imports/queries'
import { importTexts } from '../imports/texts'
import { useTexts } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import { Card } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { ErrorState } from '@/ui/ErrorState'
import { FileDrop } from '@/ui/FileDrop'
import { Page } from '@/ui/Page'
import { toast } from '@/ui/toast'
import { PlaceSelect } from '@/ui/UnitSelect'
import { useAct } from '@/ui/useAct'
import { useLeaveGuard } from '@/ui/useLeaveGuard'
import { ListColumns } from './ListColumns'
import { ListRows } from './ListRows'
import { ListSum } from './ListSum'
import { schoolListTexts } from './texts'
import { LIST_TOUCHES, previewSchoolList, takeSchoolList } from './queries'
import { decisionsOf, outcomeOf, type Takes } from './schoolList'

const ACCEPT = '.xlsx,.xls,.ods,.csv'

/** What was read from which file, in memory only: gone with the page. */
interface Read {
  preview: HandoverListPreview
  file: File
  how: HowToRead
}

export default function SchoolListPage() {
  const { can } = useSession()
  if (!can('summer', 'create') || !can('children', 'create')) return <ErrorState error={new ApiProblem(403, {})} />
  return <SchoolList />
}

function SchoolList() {
  const t = useTexts(schoolListTexts)
  const words = useTexts(importTexts)
  const { me, today } = useSession()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const year = Number(params.get('nam')) || Number(today.slice(0, 4))
  const own = me.user.role === 'school'
  const [school, setSchool] = useState<string | null>(null)
  const [read, setRead] = useState<Read | null>(null)
  const [corrections, setCorrections] = useState<Corrections>({})
  const [takes, setTakes] = useState<Takes>({})
  const target = { year, school_id: school ?? undefined }
  const reader = useReader((file: File, how: HowToRead) => previewSchoolList(file, how, target))
  const { act, busy } = useAct(LIST_TOUCHES)
  const release = useLeaveGuard(read !== null, t.leaveGuard)

  const open = async (file: File, how: HowToRead) => {
    const preview = await reader.read(file, how)
    if (!preview) return
    setRead({ preview, file, how })
    setCorrections({})
    setTakes({})
  }
  const make = async () => {
    if (!read) return
    const sum = outcomeOf(read.preview, takes)
    const answer = await ask({ title: t.goTitle, body: t.sum(sum.there, sum.added, sum.left), confirm: t.go })
    if (!answer.yes) return
    const decisions = decisionsOf(read.preview, takes)
    const made = await act('take', (key) => takeSchoolList(read.file, read.how, { ...target, decisions }, key))
    // Somebody else may have added one of them meanwhile: the list is compared anew, nothing was written.
    if (!made) return void open(read.file, read.how)
    toast.ok(t.done(made.made, made.children_added))
    if (made.children_made > 0) toast.info(t.doneMade(made.children_made))
    release()
    void navigate(`/sinh-hoat-he?nam=${year}`)
  }
  return (
    <Page title={t.title} subtitle={t.subtitle(year)} back={{ to: `/sinh-hoat-he?nam=${year}`, label: t.back }}>
      {reader.refusal ? <RefusalNotice refusal={reader.refusal} /> : null}
      {read === null ? (
        <Card>
          <div className="stack">
            <p>{t.intro}</p>
            {own ? null : <PlaceSelect kind="school" label={t.school} value={school} onChange={setSchool} />}
            {own || school ? (
              <FileDrop
                label={words.upload.drop}
                hint={reader.busy ? words.upload.readingLong : words.upload.hint}
                accept={ACCEPT}
                busy={reader.busy}
                busyLabel={words.upload.reading}
                onFile={(file) => void open(file, { mapping: {}, convert: false })}
              />
            ) : (
              <p className="second">{t.schoolFirst}</p>
            )}
            <p className="small muted">{words.memoryOnly}</p>
          </div>
        </Card>
      ) : (
        <>
          <ListColumns
            preview={read.preview}
            name={read.file.name}
            converted={read.how.convert}
            corrections={corrections}
            busy={reader.busy}
            onCorrect={setCorrections}
            onAgain={(convert) => void open(read.file, { mapping: mappingFor(read.preview, corrections), convert })}
            onOther={() => setRead(null)}
          />
          <ListRows preview={read.preview} takes={takes} onTake={setTakes} />
          <ListSum
            outcome={outcomeOf(read.preview, takes)}
            busy={busy === 'take' || reader.busy}
            onGo={() => void make()}
          />
        </>
      )}
      <p className="sr-only" role="status">
        {reader.busy ? words.upload.reading : ''}
      </p>
    </Page>
  )
}
