import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { useSession } from '@/app/session'
import { listPlace } from '@/features/children/memory'
import { childTexts } from '@/features/children/texts'
import { useTexts } from '@/lib/i18n'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { IdleCover } from '@/ui/IdleCover'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { Tabs } from '@/ui/Tabs'
import { isOpen } from './clock'
import { RequestList } from './components/RequestList'
import { requestsQuery } from './queries'
import { rightsTexts } from './texts'

/** The ward's desk: what families ask about their children's data, those that wait longest first. */
export default function RequestsPage() {
  const t = useTexts(rightsTexts).request
  const back = useTexts(childTexts).one.back
  const { can } = useSession()
  const [params] = useSearchParams()
  const query = useQuery(requestsQuery)
  const current = params.get('xem') === 'da-xong' ? 'da-xong' : 'dang-xu-ly'
  return (
    <Page
      title={t.page}
      subtitle={`${t.pageIntro} ${can('children', 'update') ? t.pageHint : t.readOnly}`}
      back={{ to: listPlace(), label: back }}
    >
      <Tabs
        label={t.tabs}
        param="xem"
        current={current}
        items={[
          { key: 'dang-xu-ly', label: t.open, count: query.data?.filter(isOpen).length },
          { key: 'da-xong', label: t.done },
        ]}
      />
      <Card flush>
        <QueryView query={query}>
          {(requests) => {
            const shown = requests.filter((one) => isOpen(one) === (current === 'dang-xu-ly'))
            if (shown.length > 0) return <RequestList requests={shown} named />
            return <EmptyState>{current === 'dang-xu-ly' ? t.noneOpen : t.noneDone}</EmptyState>
          }}
        </QueryView>
      </Card>
      <IdleCover />
    </Page>
  )
}
