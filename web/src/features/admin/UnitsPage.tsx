import { useQuery } from '@tanstack/react-query'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Unit } from '@/api/types'
import { unitsQuery } from '@/api/queries'
import { useCan } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { compareVietnamese } from '@/lib/text'
import { words } from '@/lib/words'
import { Button, IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { DataTable, type Column } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { Checkbox } from '@/ui/inputs'
import { Menu } from '@/ui/Menu'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { StatusTag } from '@/ui/StatusTag'
import { useAct } from '@/ui/useAct'
import { HistoryDialog, MergeDialog, UnitDialog } from './components/UnitDialogs'
import { closeUnit, UNIT_TOUCHES } from './queries'
import { adminTexts } from './texts'

type Open = { what: 'new' } | { what: 'rename' | 'merge' | 'history'; unit: Unit } | null

const looks = {
  active: { tone: 'green', icon: 'check' },
  merged: { tone: 'plain', icon: 'up' },
  closed: { tone: 'plain', icon: 'ban' },
} as const

export default function UnitsPage() {
  const t = useTexts(adminTexts).units
  const w = useTexts(words)
  const can = useCan()
  const manage = can('accounts', 'update')
  const query = useQuery(unitsQuery)
  const [all, setAll] = useState(false)
  const [open, setOpen] = useState<Open>(null)
  const status = (unit: Unit) => (
    <span className="row">
      <StatusTag {...looks[unit.status]}>{w.unit[unit.status]}</StatusTag>
      {unit.merged_into ? <span className="second">{t.mergedInto(unit.merged_into.name)}</span> : null}
    </span>
  )
  const menu = (unit: Unit) => <Actions unit={unit} manage={manage} onOpen={(what) => setOpen({ what, unit })} />
  const columns: Column<Unit>[] = [
    { key: 'name', header: t.column.name, cell: (unit) => <strong>{unit.name}</strong> },
    { key: 'code', header: t.column.code, cell: (unit) => unit.code },
    { key: 'kind', header: t.column.kind, cell: (unit) => w.kind[unit.kind] },
    { key: 'status', header: t.column.status, cell: status },
    { key: 'menu', header: '', width: '60px', cell: menu },
  ]
  return (
    <Page
      title={t.title}
      subtitle={t.subtitle}
      actions={
        manage ? (
          <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setOpen({ what: 'new' })} data-create>
            {t.add}
          </Button>
        ) : undefined
      }
    >
      <Checkbox label={t.showAll} checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
      <Card flush>
        <QueryView query={query}>
          {(units) => {
            const rows = units
              .filter((unit) => all || unit.status === 'active')
              .toSorted(
                (a, b) => compareVietnamese(w.kind[a.kind], w.kind[b.kind]) || compareVietnamese(a.name, b.name),
              )
            return rows.length === 0 ? (
              <EmptyState title={t.empty} />
            ) : (
              <DataTable
                caption={t.title}
                columns={columns}
                rows={rows}
                rowKey={(unit) => unit.id}
                card={(unit) => (
                  <div className="row-between" style={{ flexWrap: 'nowrap' }}>
                    <span>
                      <strong>{unit.name}</strong>
                      <br />
                      <span className="second">{w.kind[unit.kind]}</span>
                      {unit.status === 'active' ? null : status(unit)}
                    </span>
                    {menu(unit)}
                  </div>
                )}
              />
            )
          }}
        </QueryView>
      </Card>
      {open?.what === 'new' ? <UnitDialog unit={null} onClose={() => setOpen(null)} /> : null}
      {open?.what === 'rename' ? <UnitDialog unit={open.unit} onClose={() => setOpen(null)} /> : null}
      {open?.what === 'merge' ? <MergeDialog unit={open.unit} onClose={() => setOpen(null)} /> : null}
      {open?.what === 'history' ? <HistoryDialog unit={open.unit} onClose={() => setOpen(null)} /> : null}
    </Page>
  )
}

interface ActionsProps {
  unit: Unit
  manage: boolean
  onOpen: (what: 'rename' | 'merge' | 'history') => void
}

function Actions({ unit, manage, onOpen }: ActionsProps) {
  const t = useTexts(adminTexts).units
  const { act } = useAct(UNIT_TOUCHES)
  const close = async () => {
    const answer = await ask({
      title: t.closeTitle(unit.name),
      body: t.closeBody,
      confirm: t.close,
      danger: true,
      reason: { label: t.note, hint: t.noteHint, missing: t.missingNote },
    })
    if (answer.yes) await act('close', (key) => closeUnit(unit, answer.reason, key), t.closed)
  }
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <IconButton label={t.actions(unit.name)}>
          <IconDots size={20} aria-hidden />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onOpen('history')}>{t.history}</Menu.Item>
        {manage && unit.status === 'active' ? (
          <>
            <Menu.Item onClick={() => onOpen('rename')}>{t.rename}</Menu.Item>
            <Menu.Divider />
            <Menu.Item color="red" onClick={() => onOpen('merge')}>
              {t.merge}
            </Menu.Item>
            <Menu.Item color="red" onClick={() => void close()}>
              {t.close}
            </Menu.Item>
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  )
}
