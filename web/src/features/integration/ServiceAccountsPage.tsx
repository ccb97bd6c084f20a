import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { ServiceAccount } from '@/api/types'
import { useCan } from '@/app/session'
import { formatDate, formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button, IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { DataTable, type Column } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { Menu } from '@/ui/Menu'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { StatusTag } from '@/ui/StatusTag'
import { useAct } from '@/ui/useAct'
import { RotateDialog } from './components/RotateDialog'
import { SecretModal, type Secret } from './components/SecretModal'
import { ServiceAccountDialog } from './components/ServiceAccountDialog'
import { ACCOUNT_TOUCHES, revokeServiceAccount, rotateServiceAccount, serviceAccountsQuery } from './queries'
import { integrationTexts } from './texts'

const looks = {
  active: { tone: 'green', icon: 'check' },
  expired: { tone: 'plain', icon: 'clock' },
  revoked: { tone: 'red', icon: 'ban' },
} as const

export default function ServiceAccountsPage() {
  const { accounts: t, secret: s } = useTexts(integrationTexts)
  const manage = useCan()('accounts', 'update')
  const queries = useQueryClient()
  const query = useInfiniteQuery(serviceAccountsQuery)
  const [editing, setEditing] = useState<ServiceAccount | 'new' | null>(null)
  const [rotating, setRotating] = useState<ServiceAccount | null>(null)
  const [secret, setSecret] = useState<Secret | null>(null)
  const { act } = useAct(ACCOUNT_TOUCHES)
  const revoke = async (row: ServiceAccount) => {
    const answer = await ask({
      title: t.revokeTitle(row.name),
      body: t.revokeBody,
      confirm: t.revoke,
      danger: true,
      reason: { label: t.reason, missing: t.missingReason },
    })
    if (answer.yes) await act('revoke', (key) => revokeServiceAccount(row.id, answer.reason, key), t.revoked)
  }
  const status = (row: ServiceAccount) => <StatusTag {...looks[row.status]}>{t.statuses[row.status]}</StatusTag>
  const scopes = (row: ServiceAccount) => row.scopes.map((scope) => t.scope[scope]).join(', ')
  const last = (row: ServiceAccount) =>
    row.last_used_at ? (
      <span className="num">{t.lastFrom(formatInstant(row.last_used_at), row.last_used_address ?? '')}</span>
    ) : (
      <span className="muted">{t.never}</span>
    )
  const old = (row: ServiceAccount) =>
    row.old_secret_until ? <p className="second">{t.oldUntil(formatInstant(row.old_secret_until))}</p> : null
  const menu = (row: ServiceAccount) =>
    manage && row.status !== 'revoked' ? (
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <IconButton label={t.actions(row.name)}>
            <IconDots size={20} aria-hidden />
          </IconButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setEditing(row)}>{t.edit}</Menu.Item>
          <Menu.Item onClick={() => setRotating(row)}>{t.rotate}</Menu.Item>
          <Menu.Divider />
          <Menu.Item color="red" onClick={() => void revoke(row)}>
            {t.revoke}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    ) : null
  const columns: Column<ServiceAccount>[] = [
    {
      key: 'name',
      header: t.column.name,
      cell: (row) => (
        <>
          <strong>{row.name}</strong>
          {row.addresses.length > 0 ? <p className="second num">{row.addresses.join(', ')}</p> : null}
        </>
      ),
    },
    { key: 'scopes', header: t.column.scopes, cell: scopes },
    {
      key: 'last',
      header: t.column.last,
      cell: (row) => (
        <>
          {last(row)}
          {old(row)}
        </>
      ),
    },
    {
      key: 'expires',
      header: t.column.expires,
      cell: (row) => <span className="num">{formatDate(row.expires_on)}</span>,
    },
    { key: 'status', header: t.column.status, cell: status },
    ...(manage ? [{ key: 'menu', header: '', width: '60px', cell: menu }] : []),
  ]
  return (
    <Page
      title={t.title}
      subtitle={t.subtitle}
      actions={
        manage ? (
          <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setEditing('new')} data-create>
            {t.add}
          </Button>
        ) : undefined
      }
    >
      <Card flush>
        <QueryView query={query}>
          {(data) => {
            const rows = data.pages.flatMap((page) => page.items)
            return rows.length === 0 ? (
              <EmptyState title={t.empty} />
            ) : (
              <DataTable
                caption={t.title}
                columns={columns}
                rows={rows}
                rowKey={(row) => row.id}
                more={{
                  total: data.pages[0]?.total ?? 0,
                  loading: query.isFetchingNextPage,
                  onMore: () => void query.fetchNextPage(),
                }}
                card={(row) => (
                  <div className="row-between" style={{ flexWrap: 'nowrap', alignItems: 'flex-start' }}>
                    <div className="stack-2">
                      <strong>{row.name}</strong>
                      <p className="second">{scopes(row)}</p>
                      <p className="second">{last(row)}</p>
                      {old(row)}
                      <p className="second">
                        {t.column.expires}: <span className="num">{formatDate(row.expires_on)}</span>
                      </p>
                      <p>{status(row)}</p>
                    </div>
                    {menu(row)}
                  </div>
                )}
              />
            )
          }}
        </QueryView>
      </Card>
      {editing ? (
        <ServiceAccountDialog
          account={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onSecret={setSecret}
        />
      ) : null}
      {rotating ? (
        <RotateDialog
          name={rotating.name}
          onClose={() => setRotating(null)}
          rotate={async (hours, key) => {
            const made = await rotateServiceAccount(rotating.id, hours, key)
            for (const queryKey of ACCOUNT_TOUCHES) void queries.invalidateQueries({ queryKey })
            setRotating(null)
            if (made.client_secret) {
              setSecret({ body: s.body(made.name), parts: [{ label: s.clientSecret, text: made.client_secret }] })
            }
          }}
        />
      ) : null}
      <SecretModal secret={secret} onClose={() => setSecret(null)} />
    </Page>
  )
}
