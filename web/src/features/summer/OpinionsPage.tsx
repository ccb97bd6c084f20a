import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { SummerGroupDetail } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { EmptyState } from '@/ui/EmptyState'
import { OpinionSheet } from '@/ui/OpinionSheet'
import { opinionTexts } from '@/ui/opinionTexts'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { AnnouncementCard } from './components/AnnouncementCard'
import { groupQuery, recordOpinions, SUMMER_TOUCHES } from './queries'

/** A whole group on the phone: two taps a child, or one for everybody who was at the meeting. */
export default function OpinionsPage() {
  const { id = '' } = useParams()
  // What somebody is writing must not be replaced under their fingers.
  const query = useQuery({ ...groupQuery(id), refetchOnWindowFocus: false, refetchOnReconnect: false })
  return (
    <QueryView query={query} skeleton={<PageSkeleton />}>
      {(group) => <Opinions key={group.id} group={group} />}
    </QueryView>
  )
}

function Opinions({ group }: { group: SummerGroupDetail }) {
  const t = useTexts(opinionTexts)
  const queries = useQueryClient()
  return (
    <Page
      title={t.title}
      subtitle={group.name}
      back={{ to: `/sinh-hoat-he/nhom/${group.id}`, label: group.name }}
      narrow
    >
      <p className="second">{t.intro}</p>
      <AnnouncementCard group={group} />
      <OpinionSheet
        members={group.members}
        open={group.may_change && !group.cancelled_at}
        empty={<EmptyState>{t.empty}</EmptyState>}
        touches={SUMMER_TOUCHES}
        send={(said, key) => recordOpinions(group.id, said, key)}
        reload={() => queries.refetchQueries({ queryKey: groupQuery(group.id).queryKey })}
      />
    </Page>
  )
}
