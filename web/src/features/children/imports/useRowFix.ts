import { useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTexts } from '@/lib/i18n'
import { isProblem } from '@/lib/problem'
import { useProblemText } from '@/ui/ErrorState'
import { toast } from '@/ui/toast'
import type { ImportRow } from './preview'
import { correctRow, importQuery, type ChildImport, type RowChanged, type RowChanges, type ServerRow } from './queries'
import { importTexts } from './texts'

type Pages = InfiniteData<{ items: ServerRow[] }>

/** Changes rows of a preview one after the other: each is sent under the version that the one before has made. */
export function useRowFix(one: ChildImport, onChanged: (rows: ServerRow[]) => void) {
  const t = useTexts(importTexts).rows
  const problemText = useProblemText()
  const queries = useQueryClient()
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const [busy, setBusy] = useState<Set<number>>(new Set())

  /** The row stays where it is, as what it has become: a list that jumps while it is worked off loses its reader. */
  const show = ({ row, others, counts, version }: RowChanged) => {
    const changed = new Map([row, ...others].map((each) => [each.position, each]))
    queries.setQueryData(importQuery(one.id).queryKey, (old) => old && { ...old, counts, version })
    queries.removeQueries({ queryKey: ['child-imports', 'rows', one.id], type: 'inactive' })
    queries.setQueriesData<Pages>({ queryKey: ['child-imports', 'rows', one.id] }, (old) => {
      const renew = (page: Pages['pages'][number]) => ({
        ...page,
        items: page.items.map((each) => changed.get(each.position) ?? each),
      })
      return old && { ...old, pages: old.pages.map(renew) }
    })
    void queries.invalidateQueries({ queryKey: ['child-imports', 'remarked', one.id] })
    onChanged([row, ...others])
  }

  const send = async (row: ImportRow, changes: RowChanges): Promise<ServerRow | null> => {
    const now = queries.getQueryData(importQuery(one.id).queryKey) ?? one
    try {
      const done = await correctRow(now, row.position, changes)
      show(done)
      return done.row
    } catch (error) {
      const stale = isProblem(error) && (error.status === 412 || error.code === 'import_done')
      toast.error(stale ? t.changedMeanwhile : problemText(error))
      if (stale) await queries.invalidateQueries({ queryKey: ['child-imports'] })
      return null
    }
  }

  const fix = (row: ImportRow, changes: RowChanges): Promise<ServerRow | null> => {
    setBusy((old) => new Set(old).add(row.position))
    const mine = line.current.then(() => send(row, changes))
    line.current = mine
    return mine.finally(() =>
      setBusy((old) => {
        const next = new Set(old)
        next.delete(row.position)
        return next
      }),
    )
  }
  return { fix, busy }
}
