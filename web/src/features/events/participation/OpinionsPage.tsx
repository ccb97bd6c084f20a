import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { EventRegistration } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { LinkButton } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { IdleCover } from '@/ui/IdleCover'
import type { AskedChild } from '@/ui/OpinionLine'
import { OpinionSheet } from '@/ui/OpinionSheet'
import { opinionTexts } from '@/ui/opinionTexts'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { partTexts } from './partTexts'
import { recordOpinions, registrationsQuery } from './queries'

/** Everybody who is registered or waits, on the phone: two taps a child, or one for a whole meeting of parents. */
export default function OpinionsPage() {
  const { id = '' } = useParams()
  const query = useQuery(registrationsQuery(id))
  return (
    <QueryView query={query} skeleton={<PageSkeleton />}>
      {(people) => (
        <Opinions
          key={id}
          event={id}
          open={people.may_register}
          members={people.items.filter((one) => one.status !== 'cancelled').map(asked)}
        />
      )}
    </QueryView>
  )
}

const asked = (one: EventRegistration): AskedChild => ({
  child_id: one.child_id,
  full_name: one.full_name,
  birth_year: one.birth_year,
  phone: one.phone,
  must_be_asked: one.must_be_asked,
  opinion: one.parents ? { parents: one.parents, child: one.child, note: one.opinion_note } : null,
})

function Opinions({ event, open, members }: { event: string; open: boolean; members: AskedChild[] }) {
  const t = useTexts(opinionTexts)
  const p = useTexts(partTexts).opinionsPage
  const queries = useQueryClient()
  const back = { to: `/lich/${event}/tham-gia`, label: p.back }
  const register = (
    <LinkButton variant="light" to={back.to}>
      {p.register}
    </LinkButton>
  )
  return (
    <Page title={p.title} back={back} narrow>
      <IdleCover />
      <p className="second">{t.intro}</p>
      <OpinionSheet
        members={members}
        open={open}
        empty={<EmptyState action={register}>{p.empty}</EmptyState>}
        touches={[]}
        send={(said, key) => recordOpinions(event, said, key)}
        reload={() => queries.refetchQueries({ queryKey: registrationsQuery(event).queryKey })}
      />
    </Page>
  )
}
