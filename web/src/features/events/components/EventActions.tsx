import { IconDots, IconPencil, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import type { Event, EventAction } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button, IconButton, LinkButton } from '@/ui/Button'
import { Menu } from '@/ui/Menu'
import { eventTexts } from '../texts'
import { canMove, hasBegun } from '../useMove'
import { HoldDialog } from './HoldDialog'
import { MoveDialog } from './MoveDialog'
import { ReportDialog } from './ReportDialog'
import { StepDialog, type Step } from './StepDialog'

type Open = Step | 'hold' | 'report' | 'move' | null

/** The next step as a button, the rest beside it. */
export function EventActions({ event }: { event: Event }) {
  const texts = useTexts(eventTexts)
  const t = texts.act
  const [open, setOpen] = useState<Open>(null)
  const may = (action: EventAction) => event.allowed_actions.includes(action)
  const begun = hasBegun(event)
  const close = () => setOpen(null)
  return (
    <>
      {may('approve') ? <Button onClick={() => setOpen('approve')}>{t.approve}</Button> : null}
      {may('propose') ? <Button onClick={() => setOpen('propose')}>{t.propose}</Button> : null}
      {may('hold') && begun ? <Button onClick={() => setOpen('hold')}>{t.hold}</Button> : null}
      {may('report') ? <Button onClick={() => setOpen('report')}>{t.report}</Button> : null}
      {may('return') ? (
        <Button variant="default" onClick={() => setOpen('return')}>
          {t.return}
        </Button>
      ) : null}
      {may('edit') ? (
        <LinkButton to={`/lich/${event.id}/sua`} variant="default" leftSection={<IconPencil size={18} aria-hidden />}>
          {texts.one.edit}
        </LinkButton>
      ) : null}
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <IconButton label={texts.one.actions} tone="light">
            <IconDots size={20} aria-hidden />
          </IconButton>
        </Menu.Target>
        <Menu.Dropdown>
          {canMove(event) ? <Menu.Item onClick={() => setOpen('move')}>{texts.menu.move}</Menu.Item> : null}
          <Menu.Item
            leftSection={<IconPrinter size={18} aria-hidden />}
            onClick={() => setTimeout(() => window.print(), 200)}
          >
            {texts.one.print}
          </Menu.Item>
          {may('cancel') ? (
            <>
              <Menu.Divider />
              <Menu.Item color="red" onClick={() => setOpen('cancel')}>
                {t.cancel}
              </Menu.Item>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {open === 'hold' ? <HoldDialog event={event} onClose={close} /> : null}
      {open === 'report' ? <ReportDialog event={event} onClose={close} /> : null}
      {open === 'move' ? <MoveDialog event={event} onClose={close} /> : null}
      {open === 'propose' || open === 'approve' || open === 'return' || open === 'cancel' ? (
        <StepDialog event={event} step={open} onClose={close} />
      ) : null}
    </>
  )
}
