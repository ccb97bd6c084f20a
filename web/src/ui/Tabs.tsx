import { useEffect, useRef } from 'react'
import { Link, useLocation } from 'react-router'
import styles from './Tabs.module.css'

interface TabsProps<K extends string> {
  label: string
  /** The name in the address. */
  param: string
  current: K
  items: { key: K; label: string; count?: number }[]
}

/** Parts of a page as links: each has its address, so it can be sent on and the back button works. */
export function Tabs<K extends string>({ label, param, current, items }: TabsProps<K>) {
  const { search } = useLocation()
  const to = (key: string) => {
    const params = new URLSearchParams(search)
    params.set(param, key)
    return `?${params.toString()}`
  }
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    // On a phone the row of tabs is wider than the screen.
    const tab = box.current?.querySelector<HTMLElement>('[aria-current]')
    if (box.current && tab) box.current.scrollLeft = tab.offsetLeft - (box.current.clientWidth - tab.offsetWidth) / 2
  }, [current])
  return (
    <nav ref={box} className={`${styles.tabs} no-print`} aria-label={label}>
      <ul>
        {items.map((item) => (
          <li key={item.key}>
            <Link
              to={to(item.key)}
              replace
              preventScrollReset
              className={styles.tab}
              aria-current={item.key === current ? 'page' : undefined}
            >
              {item.label}
              {item.count ? <span className={styles.count}>{item.count}</span> : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
