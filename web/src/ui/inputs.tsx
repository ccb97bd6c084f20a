import '@mantine/core/styles/Input.layer.css'
import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/PasswordInput.layer.css'
import '@mantine/core/styles/Checkbox.layer.css'
import { PasswordInput as MantinePasswordInput } from '@mantine/core'
import type { ComponentProps } from 'react'
import { useTexts } from '@/lib/i18n'
import { uiTexts } from './texts'

export { Checkbox, Textarea, TextInput } from '@mantine/core'

/** The kit marks every field that is wrong but this one, and names its eye in English. */
export function PasswordInput(props: ComponentProps<typeof MantinePasswordInput>) {
  const name = useTexts(uiTexts).showPassword
  return (
    <MantinePasswordInput
      aria-invalid={props.error ? true : undefined}
      visibilityToggleButtonProps={{ 'aria-label': name, title: name }}
      {...props}
    />
  )
}
