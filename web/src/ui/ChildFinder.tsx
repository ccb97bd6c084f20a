import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { childSearchQuery } from '@/api/queries'
import type { FoundChild } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import styles from './ChildFinder.module.css'
import { childTexts } from './childTexts'
import { ErrorState } from './ErrorState'
import { SearchField } from './SearchField'
import { ListSkeleton } from './Skeletons'

interface FinderProps {
  where?: { school_id?: string; neighborhood_id?: string }
  action: (child: FoundChild) => ReactNode
}

/** The ward's list by name: for a child who came along, a pupil who was forgotten, a leave. */
export function ChildFinder({ where, action }: FinderProps) {
  const t = useTexts(childTexts)
  const [q, setQ] = useState('')
  const query = useQuery(childSearchQuery(q, where))
  return (
    <div className="stack-2">
      <SearchField label={t.search} value={q} onSearch={setQ} />
      {q.length < 2 ? (
        <p className="second">{t.type}</p>
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data === undefined ? (
        <ListSkeleton rows={3} />
      ) : query.data.length === 0 ? (
        <p className="second" role="status">
          {t.none}
        </p>
      ) : (
        <ul className={styles.list}>
          {query.data.map((child) => (
            <li key={child.id} className={styles.found}>
              <span>
                <strong>{child.full_name}</strong>
                <br />
                <span className="second">
                  {[child.birth_year, child.grade, child.neighborhood?.name].filter(Boolean).join(' · ')}
                </span>
              </span>
              {action(child)}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
