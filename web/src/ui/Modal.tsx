import '@mantine/core/styles/Paper.layer.css'
import '@mantine/core/styles/Overlay.layer.css'
import '@mantine/core/styles/CloseButton.layer.css'
import '@mantine/core/styles/ModalBase.layer.css'
import '@mantine/core/styles/Modal.layer.css'
import '@mantine/core/styles/Drawer.layer.css'
import { Drawer, Modal as MantineModal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useTexts } from '@/lib/i18n'
import { uiTexts } from './texts'

interface ModalProps {
  opened: boolean
  onClose: () => void
  title: ReactNode
  children: ReactNode
  size?: string | number
  /** A dialog that must be answered: no cross, no Esc, no click outside. */
  must?: boolean
}

export function Modal({ opened, onClose, title, children, size = 'lg', must = false }: ModalProps) {
  const t = useTexts(uiTexts)
  return (
    <MantineModal
      opened={opened}
      onClose={onClose}
      title={title}
      size={size}
      centered
      withCloseButton={!must}
      closeOnEscape={!must}
      closeOnClickOutside={!must}
      closeButtonProps={{ 'aria-label': t.close, size: 44, iconSize: 22 }}
      transitionProps={{ duration: 120 }}
    >
      {children}
    </MantineModal>
  )
}

/** A sheet from below on the phone, a dialog on the desk: the place of quick reports. */
export function Sheet(props: Omit<ModalProps, 'must'>) {
  const t = useTexts(uiTexts)
  const phone = useMediaQuery('(max-width: 767px)', false, { getInitialValueInEffect: false })
  if (!phone) return <Modal {...props} />
  return (
    <Drawer
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      position="bottom"
      size="auto"
      radius="12px 12px 0 0"
      styles={{ content: { height: 'auto', maxHeight: '94dvh' }, inner: { alignItems: 'flex-end' } }}
      closeButtonProps={{ 'aria-label': t.close, size: 44, iconSize: 22 }}
      transitionProps={{ duration: 160 }}
    >
      {props.children}
    </Drawer>
  )
}

export function SideSheet(props: Omit<ModalProps, 'must'>) {
  const t = useTexts(uiTexts)
  return (
    <Drawer
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      position="left"
      size={300}
      closeButtonProps={{ 'aria-label': t.close, size: 44, iconSize: 22 }}
      transitionProps={{ duration: 120 }}
    >
      {props.children}
    </Drawer>
  )
}
