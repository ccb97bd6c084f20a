import { useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Delegation } from '@/api/types'
import { useSession } from '@/app/session'
import { formatRange } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { DataTable, type Column } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { Page } from '@/ui/Page'
import { PersonName } from '@/ui/PersonName'
import { QueryView } from '@/ui/QueryView'
import { StatusTag } from '@/ui/StatusTag'
import { useAct } from '@/ui/useAct'
import { DelegationDialog } from './components/DelegationDialog'
import { delegationsQuery, revokeDelegation } from './queries'
import { adminTexts } from './texts'

const looks = {
  planned: { tone: 'blue', icon: 'clock' },
  active: { tone: 'green', icon: 'check' },
  ended: { tone: 'plain', icon: 'circle' },
  revoked: { tone: 'plain', icon: 'ban' },
} as const

export const DELEGATION_TOUCHES = [['delegations'], ['me']]

export default function DelegationsPage() {
  const t = useTexts(adminTexts).delegations
  const { me, can } = useSession()
  const query = useQuery(delegationsQuery)
  const [adding, setAdding] = useState(false)
  const { act } = useAct(DELEGATION_TOUCHES)
  const manage = me.user.role === 'leader' || can('accounts', 'update')
  const revoke = async (row: Delegation) => {
    const answer = await ask({ title: t.revokeTitle, body: t.revokeBody, confirm: t.revoke, danger: true })
    if (answer.yes) await act('revoke', (key) => revokeDelegation(row.id, key), t.revoked)
  }
  const status = (row: Delegation) => <StatusTag {...looks[row.status]}>{t.statuses[row.status]}</StatusTag>
  const button = (row: Delegation) =>
    manage && (row.status === 'active' || row.status === 'planned') ? (
      <Button size="sm" variant="default" onClick={() => void revoke(row)}>
        {t.revoke}
      </Button>
    ) : null
  const columns: Column<Delegation>[] = [
    { key: 'from', header: t.from, cell: (row) => <PersonName person={row.from_user} /> },
    { key: 'to', header: t.to, cell: (row) => <PersonName person={row.to_user} /> },
    {
      key: 'period',
      header: t.period,
      cell: (row) => <span className="num">{formatRange(row.starts_on, row.ends_on)}</span>,
    },
    { key: 'reason', header: t.reason, cell: (row) => row.reason },
    { key: 'status', header: t.status, cell: status },
    { key: 'act', header: '', cell: button },
  ]
  return (
    <Page
      title={t.title}
      subtitle={t.subtitle}
      actions={
        manage ? (
          <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setAdding(true)} data-create>
            {t.add}
          </Button>
        ) : undefined
      }
    >
      <Card flush>
        <QueryView query={query}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState title={t.empty} />
            ) : (
              <DataTable
                caption={t.title}
                columns={columns}
                rows={rows}
                rowKey={(row) => row.id}
                card={(row) => (
                  <div className="stack-2">
                    <p>
                      <PersonName person={row.from_user} /> → <PersonName person={row.to_user} />
                    </p>
                    <p className="second">
                      <span className="num">{formatRange(row.starts_on, row.ends_on)}</span> · {row.reason}
                    </p>
                    <p className="row-between">
                      {status(row)} {button(row)}
                    </p>
                  </div>
                )}
              />
            )
          }
        </QueryView>
      </Card>
      {adding ? <DelegationDialog onClose={() => setAdding(false)} /> : null}
    </Page>
  )
}
