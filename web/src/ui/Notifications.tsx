import '@mantine/core/styles/CloseButton.layer.css'
import '@mantine/core/styles/Notification.layer.css'
import '@mantine/notifications/styles.layer.css'
import { Notifications as Host, notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react'
import { useEffect } from 'react'
import { say } from '@/lib/i18n'
import { Button } from './Button'
import { uiTexts } from './texts'
import { subscribeToasts, takeToasts } from './toast'

const looks = {
  ok: { color: '#1A6B3C', icon: <IconCheck size={20} aria-hidden /> },
  error: { color: '#B3261E', icon: <IconAlertTriangle size={20} aria-hidden /> },
  info: { color: '#0B5B8C', icon: <IconInfoCircle size={20} aria-hidden /> },
}

export default function Notifications() {
  useEffect(() => {
    const drain = () => {
      for (const { tone, text, action } of takeToasts()) {
        const id = notifications.show({
          ...looks[tone],
          withBorder: true,
          // A mistake stays until it is read; a way back needs time to be seen.
          autoClose: tone === 'error' ? false : action ? 10_000 : 5_000,
          closeButtonProps: { 'aria-label': say(uiTexts).close },
          role: tone === 'error' ? 'alert' : 'status',
          message: action ? (
            <span className="row-between">
              <span>{text}</span>
              <Button
                size="sm"
                variant="light"
                onClick={() => {
                  notifications.hide(id)
                  action.run()
                }}
              >
                {action.label}
              </Button>
            </span>
          ) : (
            text
          ),
        })
      }
    }
    drain()
    return subscribeToasts(drain)
  }, [])
  return <Host position="bottom-center" zIndex={400} limit={3} containerWidth={460} />
}
