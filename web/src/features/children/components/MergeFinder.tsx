import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Child } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { useProblemText } from '@/ui/ErrorState'
import { Modal } from '@/ui/Modal'
import { Notice } from '@/ui/Notice'
import { QueryView } from '@/ui/QueryView'
import { SearchField } from '@/ui/SearchField'
import { birthOf } from '../format'
import { childQuery, findChildren } from '../queries'
import { childTexts } from '../texts'
import { useTakeChild } from '../useChildActs'
import styles from './child.module.css'
import { MergeDialog } from './MergeDialog'

/** From a child's page: the other row is looked for first; it begins with those of the same name. */
export default function MergeFinder({ child, onClose }: { child: Child; onClose: () => void }) {
  const t = useTexts(childTexts).desk
  const navigate = useNavigate()
  const take = useTakeChild()
  const [words, setWords] = useState(child.full_name)
  const [other, setOther] = useState<Child | null>(null)
  const [picking, setPicking] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const queries = useQueryClient()
  const problemText = useProblemText()
  // A list shows whom it found; what is compared is read of the one, and that is a look.
  const pick = async (id: string) => {
    setPicking(id)
    setFailure(null)
    try {
      setOther(await queries.fetchQuery({ ...childQuery(id), staleTime: 0 }))
    } catch (error) {
      setFailure(problemText(error))
    } finally {
      setPicking(null)
    }
  }
  const found = useQuery({
    queryKey: ['children', 'found', words],
    queryFn: () => findChildren(words),
    enabled: words !== '',
    gcTime: 0,
    placeholderData: (previous) => previous,
  })
  if (other) {
    return (
      <MergeDialog
        pair={[child, other]}
        onClose={onClose}
        onDone={(kept) => {
          onClose()
          take(kept)
          if (kept.id !== child.id) void navigate(`/tre-em/${kept.id}`, { replace: true })
        }}
      />
    )
  }
  return (
    <Modal opened onClose={onClose} title={t.findTitle}>
      <div className="stack">
        {failure ? (
          <Notice tone="danger" live>
            {failure}
          </Notice>
        ) : null}
        <SearchField label={t.find} value={words} delay={200} onSearch={setWords} />
        <QueryView query={found}>
          {(children) => {
            const others = children.filter((one) => one.id !== child.id)
            return others.length === 0 ? (
              <p className="muted">{t.findNone}</p>
            ) : (
              <ul className={styles.entries}>
                {others.map((one) => (
                  <li key={one.id} className={styles.entry}>
                    <div className="grow">
                      <p className={styles.entryTitle}>{one.full_name}</p>
                      <p className="second">
                        {[one.code, birthOf(one), one.neighborhood?.name].filter(Boolean).join(' · ')}
                      </p>
                    </div>
                    <Button
                      variant="light"
                      size="sm"
                      aria-label={`${t.pick}: ${one.code}`}
                      loading={picking === one.id}
                      onClick={() => void pick(one.id)}
                    >
                      {t.pick}
                    </Button>
                  </li>
                ))}
              </ul>
            )
          }}
        </QueryView>
      </div>
    </Modal>
  )
}
