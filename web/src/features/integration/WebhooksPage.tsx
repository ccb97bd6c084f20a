import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Webhook } from '@/api/types'
import { useCan } from '@/app/session'
import { formatInstant } from '@/lib/dates'
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
import { WebhookDialog } from './components/WebhookDialog'
import { HOOK_TOUCHES, patchWebhook, pingWebhook, rotateWebhook, webhooksQuery } from './queries'
import { integrationTexts } from './texts'

export default function WebhooksPage() {
  const { hooks: t, secret: s } = useTexts(integrationTexts)
  const manage = useCan()('webhooks', 'update')
  const queries = useQueryClient()
  const navigate = useNavigate()
  const query = useInfiniteQuery(webhooksQuery)
  const [editing, setEditing] = useState<Webhook | 'new' | null>(null)
  const [rotating, setRotating] = useState<Webhook | null>(null)
  const [secret, setSecret] = useState<Secret | null>(null)
  const { act } = useAct(HOOK_TOUCHES)
  const logOf = (row: Webhook) => `/quan-tri/webhook/${row.id}`
  const switchOff = async (row: Webhook) => {
    const answer = await ask({ title: t.switchOffTitle, body: t.switchOffBody, confirm: t.switchOff, danger: true })
    if (answer.yes) await act('off', () => patchWebhook(row, { active: false }), t.switchedNowOff)
  }
  const ping = async (row: Webhook) => {
    const sent = await act('ping', (key) => pingWebhook(row.id, key), t.pinged)
    if (sent) void navigate(logOf(row))
  }
  const status = (row: Webhook) => (
    <>
      <StatusTag
        tone={row.active ? (row.failing_since ? 'orange' : 'green') : 'plain'}
        icon={row.active ? 'check' : 'ban'}
      >
        {row.active ? t.on : t.off}
      </StatusTag>
      {row.switched_off_at ? (
        <p className="second">{t.switchedOff(formatInstant(row.switched_off_at))}</p>
      ) : row.failing_since ? (
        <p className="second">{t.failing(formatInstant(row.failing_since))}</p>
      ) : null}
    </>
  )
  const address = (row: Webhook) => (
    <>
      <Link to={logOf(row)} style={{ overflowWrap: 'anywhere' }}>
        {row.url}
      </Link>
      {row.description ? <p className="second">{row.description}</p> : null}
      {row.service_account_name ? <p className="second">{t.keptBy(row.service_account_name)}</p> : null}
    </>
  )
  const events = (row: Webhook) => row.events.map((event) => t.event[event]).join(', ')
  const menu = (row: Webhook) =>
    manage ? (
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <IconButton label={t.actions(row.url)}>
            <IconDots size={20} aria-hidden />
          </IconButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void navigate(logOf(row))}>{t.log}</Menu.Item>
          {row.active ? <Menu.Item onClick={() => void ping(row)}>{t.sendPing}</Menu.Item> : null}
          <Menu.Item onClick={() => setEditing(row)}>{t.edit}</Menu.Item>
          <Menu.Item onClick={() => setRotating(row)}>{t.rotate}</Menu.Item>
          <Menu.Divider />
          {row.active ? (
            <Menu.Item color="red" onClick={() => void switchOff(row)}>
              {t.switchOff}
            </Menu.Item>
          ) : (
            <Menu.Item onClick={() => void act('on', () => patchWebhook(row, { active: true }), t.switchedNowOn)}>
              {t.switchOn}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    ) : null
  const columns: Column<Webhook>[] = [
    { key: 'url', header: t.column.url, cell: address },
    { key: 'events', header: t.column.events, cell: events },
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
                      <div>{address(row)}</div>
                      <p className="second">{events(row)}</p>
                      <div>{status(row)}</div>
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
        <WebhookDialog
          webhook={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onSecret={setSecret}
        />
      ) : null}
      {rotating ? (
        <RotateDialog
          name={rotating.url}
          onClose={() => setRotating(null)}
          rotate={async (hours, key) => {
            const made = await rotateWebhook(rotating.id, hours, key)
            for (const queryKey of HOOK_TOUCHES) void queries.invalidateQueries({ queryKey })
            setRotating(null)
            if (made.secret) setSecret({ body: s.signs, parts: [{ label: s.signing, text: made.secret }] })
          }}
        />
      ) : null}
      <SecretModal secret={secret} onClose={() => setSecret(null)} />
    </Page>
  )
}
