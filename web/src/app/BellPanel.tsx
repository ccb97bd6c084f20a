import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { api } from '@/api/client'
import { unreadQuery } from '@/api/queries'
import { formatWhen } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { placeOf } from '@/lib/places'
import type { OpenProps } from '@/ui/OpenLater'
import { Popover } from '@/ui/Popover'
import styles from './Bell.module.css'
import { appTexts } from './texts'

export default function BellPanel({ button }: { button: (open: OpenProps) => ReactNode }) {
  const t = useTexts(appTexts).bell
  const unread = useQuery(unreadQuery)
  const queries = useQueryClient()
  const markRead = async (id: string) => {
    // Only a mark: when it fails, the message simply stays unread.
    await api.POST('/api/v1/notifications/{id}/read', { params: { path: { id } } }).catch(() => undefined)
    void queries.invalidateQueries({ queryKey: ['notifications'] })
  }
  return (
    <Popover label={t.title} button={button}>
      {(close) => (
        <div className="stack-2">
          <div className="row-between">
            <h2>{t.title}</h2>
            <Link to="/thong-bao" onClick={close}>
              {t.all}
            </Link>
          </div>
          {unread.data && unread.data.items.length > 0 ? (
            <ul className={styles.list}>
              {unread.data.items.map((one) => (
                <li key={one.id}>
                  <Link
                    to={placeOf(one.resource, one.row_id)}
                    className={styles.item}
                    onClick={() => {
                      close()
                      void markRead(one.id)
                    }}
                  >
                    <span>{one.text}</span>
                    <span className="small muted num">{formatWhen(one.created_at)}</span>
                  </Link>
                </li>
              ))}
            </ul>
          ) : (
            <p className="muted">{t.none}</p>
          )}
        </div>
      )}
    </Popover>
  )
}
