import { IconDots, IconPencil, IconPrinter } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import type { Child } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { IconButton, LinkButton } from '@/ui/Button'
import { Guard } from '@/ui/Guard'
import { Menu } from '@/ui/Menu'
import { childTexts } from '../texts'
import type { Turn } from './TurnDialog'

const TurnDialog = lazy(() => import('./TurnDialog'))
const MergeFinder = lazy(() => import('./MergeFinder'))

const TURNS: Turn[] = ['move', 'move_out', 'return']

/** What may be done with this child now, as the server says. */
export function ChildActions({ child }: { child: Child }) {
  const t = useTexts(childTexts)
  const [doing, setDoing] = useState<Turn | 'merge' | null>(null)
  const may = (action: Turn | 'merge' | 'edit') => child.allowed_actions?.includes(action) ?? false
  const close = () => setDoing(null)
  return (
    <>
      {may('edit') ? (
        <LinkButton to={`/tre-em/${child.id}/sua`} leftSection={<IconPencil size={18} aria-hidden />}>
          {t.one.edit}
        </LinkButton>
      ) : null}
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <IconButton label={t.one.more} tone="light">
            <IconDots size={20} aria-hidden />
          </IconButton>
        </Menu.Target>
        <Menu.Dropdown>
          {TURNS.filter(may).map((turn) => (
            <Menu.Item key={turn} onClick={() => setDoing(turn)}>
              {t.turn[turn]}
            </Menu.Item>
          ))}
          {may('merge') ? <Menu.Item onClick={() => setDoing('merge')}>{t.turn.merge}</Menu.Item> : null}
          <Menu.Item
            leftSection={<IconPrinter size={18} aria-hidden />}
            onClick={() => setTimeout(() => window.print(), 200)}
          >
            {t.one.print}
          </Menu.Item>
          {may('died') ? (
            <>
              <Menu.Divider />
              <Menu.Item color="red" onClick={() => setDoing('died')}>
                {t.turn.died}
              </Menu.Item>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {doing ? (
        <Guard onFailure={close}>
          <Suspense>
            {doing === 'merge' ? (
              <MergeFinder child={child} onClose={close} />
            ) : (
              <TurnDialog child={child} turn={doing} onClose={close} />
            )}
          </Suspense>
        </Guard>
      ) : null}
    </>
  )
}
