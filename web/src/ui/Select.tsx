import '@mantine/core/styles/Input.layer.css'
import '@mantine/core/styles/Popover.layer.css'
import '@mantine/core/styles/CloseButton.layer.css'
import '@mantine/core/styles/Combobox.layer.css'
import '@mantine/core/styles/ScrollArea.layer.css'
import '@mantine/core/styles/Pill.layer.css'
import '@mantine/core/styles/PillsInput.layer.css'
import '@mantine/core/styles/Group.layer.css'
import {
  MultiSelect as MantineMultiSelect,
  Select as MantineSelect,
  type ComboboxParsedItem,
  type MultiSelectProps,
  type SelectProps,
} from '@mantine/core'
import { useTexts } from '@/lib/i18n'
import { matches } from '@/lib/text'
import { uiTexts } from './texts'

/** "khu pho 3" finds "Khu phố 3". */
function filter({ options, search }: { options: ComboboxParsedItem[]; search: string }): ComboboxParsedItem[] {
  if (!search.trim()) return options
  const found: ComboboxParsedItem[] = []
  for (const option of options) {
    if ('group' in option) {
      const items = option.items.filter((item) => matches(item.label, search))
      if (items.length > 0) found.push({ ...option, items })
    } else if (matches(option.label, search)) {
      found.push(option)
    }
  }
  return found
}

export function Select(props: SelectProps) {
  const t = useTexts(uiTexts)
  return (
    <MantineSelect
      filter={filter}
      nothingFoundMessage={t.noMatch}
      checkIconPosition="right"
      clearButtonProps={{ 'aria-label': t.clear }}
      comboboxProps={{ shadow: 'sm' }}
      {...props}
    />
  )
}

export function MultiSelect(props: MultiSelectProps) {
  const t = useTexts(uiTexts)
  return (
    <MantineMultiSelect
      filter={filter}
      nothingFoundMessage={t.noMatch}
      clearButtonProps={{ 'aria-label': t.clear }}
      comboboxProps={{ shadow: 'sm' }}
      searchable
      {...props}
    />
  )
}
