import '@mantine/core/styles/Popover.layer.css'
import '@mantine/core/styles/Menu.layer.css'
import { Menu as MantineMenu, type MenuProps } from '@mantine/core'

/** Without the kit's focus placeholder: a focusable element that is no item has no place in a menu (axe, critical). */
function Base(props: MenuProps) {
  return <MantineMenu withInitialFocusPlaceholder={false} {...props} />
}

export const Menu = Object.assign(Base, {
  Target: MantineMenu.Target,
  Dropdown: MantineMenu.Dropdown,
  Item: MantineMenu.Item,
  Label: MantineMenu.Label,
  Divider: MantineMenu.Divider,
})
