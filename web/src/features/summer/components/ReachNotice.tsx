import { useQuery } from '@tanstack/react-query'
import { useTexts } from '@/lib/i18n'
import { ErrorState } from '@/ui/ErrorState'
import { Notice } from '@/ui/Notice'
import { reachQuery } from '../queries'
import { summerTexts } from '../texts'

/** Whom a session of a whole neighborhood expects, before it is made. */
export function ReachNotice({ year, neighborhood }: { year: number; neighborhood: string }) {
  const t = useTexts(summerTexts).session
  const query = useQuery(reachQuery(year, neighborhood))
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return null
  const { groups, children, without_group } = query.data
  if (children === 0) return <Notice tone="warn">{t.reachNobody}</Notice>
  return (
    <Notice title={t.reach(groups.length, children)}>
      <ul style={{ paddingInlineStart: 20 }}>
        {groups.map((group) => (
          <li key={group.id}>{t.reachGroup(group.name, group.members_count)}</li>
        ))}
        {without_group > 0 ? <li>{t.reachWithout(without_group)}</li> : null}
      </ul>
    </Notice>
  )
}
