import { useInfiniteQuery } from '@tanstack/react-query'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { Role, User } from '@/api/types'
import { useCan } from '@/app/session'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { words } from '@/lib/words'
import { Button, IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { CopyText } from '@/ui/CopyText'
import { DataTable, type Column } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState, StaleNotice } from '@/ui/ErrorState'
import { Menu } from '@/ui/Menu'
import { Modal } from '@/ui/Modal'
import { Page } from '@/ui/Page'
import { SearchField } from '@/ui/SearchField'
import { Select } from '@/ui/Select'
import { ListSkeleton } from '@/ui/Skeletons'
import { StatusTag } from '@/ui/StatusTag'
import { useAct } from '@/ui/useAct'
import { UserDialog } from './components/UserDialog'
import { disableUser, enableUser, endUserSessions, resetPassword, resetTotp, usersQuery, USER_TOUCHES } from './queries'
import { adminTexts } from './texts'

interface Secret {
  name: string
  password: string
}

export default function UsersPage() {
  const t = useTexts(adminTexts).users
  const w = useTexts(words)
  const can = useCan()
  const manage = can('accounts', 'update')
  const [params, setParams] = useSearchParams()
  const [editing, setEditing] = useState<User | 'new' | null>(null)
  const [secret, setSecret] = useState<Secret | null>(null)
  const filters = useMemo(
    () => ({
      q: params.get('q') || undefined,
      role: (params.get('vai-tro') as Role | null) ?? undefined,
      status: (params.get('trang-thai') as User['status'] | null) ?? undefined,
    }),
    [params],
  )
  const query = useInfiniteQuery(usersQuery(filters))
  const rows = query.data?.pages.flatMap((page) => page.items) ?? []
  const set = (key: string, value: string | null) =>
    setParams(
      (old) => {
        const next = new URLSearchParams(old)
        if (value) next.set(key, value)
        else next.delete(key)
        return next
      },
      { replace: true },
    )
  const status = (user: User) => (
    <>
      <StatusTag tone={user.status === 'active' ? 'green' : 'red'} icon={user.status === 'active' ? 'check' : 'ban'}>
        {w.user[user.status]}
      </StatusTag>
      {firstPassword(user)}
    </>
  )
  const firstPassword = (user: User) =>
    user.first_password_ends_at && user.status === 'active' ? (
      <p className="second">
        {user.first_password_expired
          ? t.firstExpired(formatInstant(user.first_password_ends_at))
          : t.firstWaits(formatInstant(user.first_password_ends_at))}
      </p>
    ) : null
  const menu = (user: User) => (
    <Actions
      user={user}
      onEdit={() => setEditing(user)}
      onSecret={(password) => setSecret({ name: user.full_name, password })}
    />
  )
  const columns: Column<User>[] = [
    {
      key: 'name',
      header: t.column.name,
      cell: (user) => (
        <>
          <strong>{user.full_name}</strong>
          {user.position ? <p className="second">{user.position}</p> : null}
        </>
      ),
    },
    { key: 'username', header: t.column.username, cell: (user) => user.username },
    { key: 'unit', header: t.column.unit, cell: (user) => user.unit.name },
    { key: 'role', header: t.column.role, cell: (user) => w.role[user.role] },
    {
      key: 'last',
      header: t.column.last,
      cell: (user) =>
        user.last_login_at ? (
          <span className="num">{formatInstant(user.last_login_at)}</span>
        ) : (
          <span className="muted">{t.never}</span>
        ),
    },
    { key: 'status', header: t.column.status, cell: status },
    ...(manage ? [{ key: 'menu', header: '', width: '60px', cell: menu }] : []),
  ]
  return (
    <Page
      title={t.title}
      actions={
        manage ? (
          <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setEditing('new')} data-create>
            {t.add}
          </Button>
        ) : undefined
      }
    >
      <div className="filters">
        <div className="wide">
          <SearchField label={t.search} value={params.get('q') ?? ''} onSearch={(q) => set('q', q)} />
        </div>
        <Select
          aria-label={t.role}
          placeholder={t.role}
          clearable
          data={Object.entries(w.role).map(([value, label]) => ({ value, label }))}
          value={filters.role ?? null}
          onChange={(value) => set('vai-tro', value)}
        />
        <Select
          aria-label={t.status}
          placeholder={t.status}
          clearable
          data={Object.entries(w.user).map(([value, label]) => ({ value, label }))}
          value={filters.status ?? null}
          onChange={(value) => set('trang-thai', value)}
        />
      </div>
      {query.isError && query.data ? (
        <StaleNotice at={query.dataUpdatedAt} onRetry={() => void query.refetch()} />
      ) : null}
      <Card flush>
        {query.data === undefined ? (
          query.isError ? (
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          ) : (
            <ListSkeleton />
          )
        ) : rows.length === 0 ? (
          <EmptyState title={t.empty} />
        ) : (
          <DataTable
            caption={t.title}
            columns={columns}
            rows={rows}
            rowKey={(user) => user.id}
            more={{
              total: query.data.pages[0]?.total ?? 0,
              loading: query.isFetchingNextPage,
              onMore: () => void query.fetchNextPage(),
            }}
            card={(user) => (
              <div className="row-between" style={{ flexWrap: 'nowrap' }}>
                <span>
                  <strong>{user.full_name}</strong> <span className="muted">({user.username})</span>
                  <br />
                  <span className="second">
                    {user.unit.name} · {w.role[user.role]}
                  </span>
                  <br />
                  {user.status === 'disabled' ? status(user) : firstPassword(user)}
                </span>
                {manage ? menu(user) : null}
              </div>
            )}
          />
        )}
      </Card>
      {editing ? (
        <UserDialog
          user={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onCreated={(name, password) => {
            setEditing(null)
            setSecret({ name, password })
          }}
        />
      ) : null}
      <Modal opened={secret !== null} onClose={() => undefined} must title={t.password.title} size="md">
        {secret ? (
          <div className="stack">
            <p>{t.password.body(secret.name)}</p>
            <CopyText label={t.password.label} text={secret.password} />
            <Button onClick={() => setSecret(null)}>{t.password.kept}</Button>
          </div>
        ) : null}
      </Modal>
    </Page>
  )
}

interface ActionsProps {
  user: User
  onEdit: () => void
  onSecret: (password: string) => void
}

function Actions({ user, onEdit, onSecret }: ActionsProps) {
  const t = useTexts(adminTexts).users
  const { act } = useAct(USER_TOUCHES)
  const disable = async () => {
    const answer = await ask({
      title: t.disableTitle(user.full_name),
      body: t.disableBody,
      confirm: t.disable,
      danger: true,
    })
    if (answer.yes) await act('disable', (key) => disableUser(user.id, key), t.disabled)
  }
  const reset = async () => {
    const answer = await ask({ title: t.resetTitle(user.full_name), body: t.resetBody, confirm: t.reset, danger: true })
    if (!answer.yes) return
    const made = await act('reset', (key) => resetPassword(user.id, key))
    if (made?.initial_password) onSecret(made.initial_password)
  }
  const end = async () => {
    const answer = await ask({ title: t.endTitle(user.full_name), body: t.endBody, confirm: t.end, danger: true })
    if (answer.yes) await act('end', (key) => endUserSessions(user.id, key), t.ended)
  }
  const totp = async () => {
    const answer = await ask({ title: t.totpTitle(user.full_name), body: t.totpBody, confirm: t.totp, danger: true })
    if (answer.yes) await act('totp', (key) => resetTotp(user.id, key), t.totpDone)
  }
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <IconButton label={t.actions(user.full_name)}>
          <IconDots size={20} aria-hidden />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onEdit}>{t.edit}</Menu.Item>
        <Menu.Item onClick={() => void reset()}>{t.reset}</Menu.Item>
        <Menu.Item onClick={() => void end()}>{t.end}</Menu.Item>
        {user.totp_enabled ? <Menu.Item onClick={() => void totp()}>{t.totp}</Menu.Item> : null}
        <Menu.Divider />
        {user.status === 'active' ? (
          <Menu.Item color="red" onClick={() => void disable()}>
            {t.disable}
          </Menu.Item>
        ) : (
          <Menu.Item onClick={() => void act('enable', (key) => enableUser(user.id, key), t.enabled)}>
            {t.enable}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
