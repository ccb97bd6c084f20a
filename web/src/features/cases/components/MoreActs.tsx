import { IconAlertTriangle, IconDots, IconNotes } from '@tabler/icons-react'
import type { Case, CaseAction } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Menu } from '@/ui/Menu'
import { actTexts } from '../dialogs/texts'
import type { Deed, Do } from '../doing'
import { fileTexts } from './texts'

/** Only what the answer allows; what an emergency needs stands open, the rest in the menu. */
export function MoreActs({ of, onDo }: { of: Case; onDo: Do }) {
  const t = useTexts(actTexts)
  const words = useTexts(fileTexts)
  const may = (action: CaseAction) => of.allowed_actions.includes(action)
  const menu: [Deed, string][] = []
  const offer = (action: CaseAction, what: Deed, label: string) => {
    if (may(action)) menu.push([what, label])
  }
  offer('refer', 'refer', t.refer.go)
  offer('assign', 'assign', t.assign.go)
  offer('add_file', 'files', t.files.go)
  offer('identify', 'identify', t.identify.go)
  offer('pass_to_police', 'police', t.police.go)
  offer('propose_closing', 'propose_closing', t.propose_closing.go)
  offer('transfer', 'transfer', t.transfer.go)
  return (
    <>
      {may('reopen') ? (
        <Button variant="default" onClick={() => onDo('reopen')}>
          {t.reopen.go}
        </Button>
      ) : null}
      {may('measure') ? (
        <Button
          variant="default"
          leftSection={<IconAlertTriangle size={18} aria-hidden />}
          onClick={() => onDo('measure')}
        >
          {t.measure.go}
        </Button>
      ) : null}
      {may('separate') ? (
        <Button variant="default" onClick={() => onDo('separate')}>
          {t.separate.go}
        </Button>
      ) : null}
      {may('note') ? (
        <Button variant="default" leftSection={<IconNotes size={18} aria-hidden />} onClick={() => onDo('note')}>
          {t.note.go}
        </Button>
      ) : null}
      {menu.length > 0 ? (
        <Menu position="bottom-end" width={280}>
          <Menu.Target>
            <Button variant="default" leftSection={<IconDots size={18} aria-hidden />}>
              {words.more}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {menu.map(([what, label]) => (
              <Menu.Item key={what} onClick={() => onDo(what)}>
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </>
  )
}
