import { useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Child } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { QueryView } from '@/ui/QueryView'
import { childRequestsQuery } from '../queries'
import { rightsTexts } from '../texts'
import { RequestDialog } from './RequestDialog'
import { RequestList } from './RequestList'

export function RequestsTab({ child }: { child: Child }) {
  const t = useTexts(rightsTexts).request
  const { can } = useSession()
  const query = useQuery(childRequestsQuery(child.id))
  const [adding, setAdding] = useState(false)
  const add = can('children', 'update') ? (
    <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setAdding(true)} data-create>
      {t.add}
    </Button>
  ) : undefined
  return (
    <div className="stack">
      <p className="second">{t.pageIntro}</p>
      <Card title={t.title} aside={query.data?.length ? add : undefined} flush>
        <QueryView query={query}>
          {(requests) =>
            requests.length === 0 ? <EmptyState action={add}>{t.none}</EmptyState> : <RequestList requests={requests} />
          }
        </QueryView>
      </Card>
      {adding ? <RequestDialog child={child} onClose={() => setAdding(false)} /> : null}
    </div>
  )
}
