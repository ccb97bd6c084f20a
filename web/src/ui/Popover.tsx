import '@mantine/core/styles/Popover.layer.css'
import { Popover as MantinePopover } from '@mantine/core'
import { useState, type ReactElement, type ReactNode } from 'react'
import type { OpenProps } from './OpenLater'

interface PopoverProps {
  label: string
  button: (open: OpenProps) => ReactNode
  children: (close: () => void) => ReactNode
  width?: number
}

/** Mounted by the press that asked for it, so it begins open. */
export function Popover({ label, button, children, width = 360 }: PopoverProps) {
  const [opened, setOpened] = useState(true)
  const target = button({ onClick: () => setOpened((o) => !o), 'aria-expanded': opened }) as ReactElement
  return (
    <MantinePopover opened={opened} onChange={setOpened} width={width} position="bottom-end" trapFocus returnFocus>
      <MantinePopover.Target>{target}</MantinePopover.Target>
      <MantinePopover.Dropdown aria-label={label} style={{ maxWidth: 'calc(100vw - 16px)' }}>
        {children(() => setOpened(false))}
      </MantinePopover.Dropdown>
    </MantinePopover>
  )
}
