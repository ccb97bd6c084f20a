import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { SummerGroupDetail } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { useAct } from '@/ui/useAct'
import { fromLeaders } from './board'
import { GroupDialog } from './components/GroupDialog'
import { LeavesCard } from './components/LeavesCard'
import { MembersCard } from './components/MembersCard'
import { SessionsCard } from './components/SessionsCard'
import { cancelGroup, groupQuery, SUMMER_TOUCHES } from './queries'
import { summerTexts } from './texts'

export default function GroupPage() {
  const { id = '' } = useParams()
  const query = useQuery(groupQuery(id))
  return (
    <QueryView query={query} skeleton={<PageSkeleton />}>
      {(group) => <Group key={group.id} group={group} />}
    </QueryView>
  )
}

function Group({ group }: { group: SummerGroupDetail }) {
  const texts = useTexts(summerTexts)
  const t = texts.group
  const { act } = useAct(SUMMER_TOUCHES)
  const [editing, setEditing] = useState(false)
  const open = group.may_change && !group.cancelled_at
  const cancel = async () => {
    const reason = { label: texts.act.reason, missing: texts.act.reasonMissing }
    const answer = await ask({ title: t.cancelTitle, confirm: t.cancel, danger: true, reason })
    if (answer.yes) await act('cancel', (key) => cancelGroup(group, key, answer.reason), t.cancelDone)
  }
  return (
    <Page
      title={group.name}
      subtitle={[group.neighborhood?.name, group.year].filter(Boolean).join(' · ')}
      back={{ to: '/sinh-hoat-he', label: texts.one.back }}
      actions={
        open ? (
          <>
            <Button variant="default" onClick={() => setEditing(true)}>
              {t.edit}
            </Button>
            <Button variant="default" onClick={() => void cancel()}>
              {t.cancel}
            </Button>
          </>
        ) : undefined
      }
    >
      {group.cancelled_at ? <Notice tone="warn">{t.cancelled(group.cancel_reason)}</Notice> : null}
      <SessionsCard group={group} open={open} />
      <div className="split">
        <MembersCard group={group} open={open} />
        <div className="stack">
          {group.leaders.length > 0 || group.note ? (
            <Card title={t.leaders}>
              <p className="pre">{fromLeaders(group.leaders)}</p>
              {group.note ? <p className="pre second">{group.note}</p> : null}
            </Card>
          ) : null}
          <LeavesCard group={group} open={open} />
        </div>
      </div>
      {editing ? <GroupDialog year={group.year} group={group} onClose={() => setEditing(false)} /> : null}
    </Page>
  )
}
