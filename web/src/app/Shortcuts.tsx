import { lazy, Suspense, useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import { Guard } from '@/ui/Guard'
import { useCan } from './session'
import { visible } from './nav'

const ShortcutsHelp = lazy(() => import('./ShortcutsHelp'))

const PLACES: Record<string, string> = {
  h: '/',
  v: '/viec',
  l: '/lich',
  k: '/ke-hoach',
  m: '/vuong-mac',
  e: '/tre-em',
  b: '/tin-bao',
  t: '/thong-bao',
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** Off while typing or composing, and while a dialog is open. */
export function Shortcuts({ opened, onOpen }: { opened: boolean; onOpen: (open: boolean) => void }) {
  const navigate = useNavigate()
  const can = useCan()
  const afterG = useRef(0)
  useEffect(() => {
    const allowed = new Set(visible(can).map((item) => item.to))
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (document.querySelector('[role="dialog"]')) return
      if (Date.now() - afterG.current < 1_200) {
        afterG.current = 0
        const place = PLACES[event.key]
        if (place && (allowed.has(place) || place === '/thong-bao')) {
          event.preventDefault()
          void navigate(place)
        }
        return
      }
      if (event.key === 'g') afterG.current = Date.now()
      else if (event.key === '?') onOpen(true)
      else if (event.key === '/') {
        const field = document.querySelector<HTMLElement>('[data-search]')
        if (field) {
          event.preventDefault()
          field.focus()
        }
      } else if (event.key === 'n') {
        const create = document.querySelector<HTMLElement>('[data-create]')
        if (create) {
          event.preventDefault()
          create.click()
        }
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [can, navigate, onOpen])
  return opened ? (
    <Guard onFailure={() => onOpen(false)}>
      <Suspense>
        <ShortcutsHelp onClose={() => onOpen(false)} />
      </Suspense>
    </Guard>
  ) : null
}
