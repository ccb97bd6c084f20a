import '@mantine/core/styles/Input.layer.css'
import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/PasswordInput.layer.css'
import '@mantine/core/styles/Checkbox.layer.css'
import { PasswordInput as MantinePasswordInput } from '@mantine/core'
import type { ComponentProps } from 'react'

export { Checkbox, Textarea, TextInput } from '@mantine/core'

/** The kit marks every field that is wrong but this one. */
export function PasswordInput(props: ComponentProps<typeof MantinePasswordInput>) {
  return <MantinePasswordInput aria-invalid={props.error ? true : undefined} {...props} />
}
