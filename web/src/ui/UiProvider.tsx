import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import { ConfirmHost } from './ConfirmDialog'
import { theme, variables } from './theme'
import { ToastHost } from './toast'

export function UiProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} forceColorScheme="light">
      {children}
      <ToastHost />
      <ConfirmHost />
    </MantineProvider>
  )
}
