import { useQuery, useQueryClient } from '@tanstack/react-query'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { SavedFilter } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button, IconButton } from '@/ui/Button'
import { useProblemText } from '@/ui/ErrorState'
import { TextInput } from '@/ui/inputs'
import { toast } from '@/ui/toast'
import { activeFilters, toSaved } from '../filters'
import { dropFilter, savedFiltersQuery, saveFilter } from '../queries'
import { taskTexts } from '../texts'

interface SavedFiltersProps {
  params: URLSearchParams
  onPick: (query: string) => void
}

export function SavedFilters({ params, onPick }: SavedFiltersProps) {
  const t = useTexts(taskTexts).filter
  const queries = useQueryClient()
  const problemText = useProblemText()
  const saved = useQuery(savedFiltersQuery)
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)
  const refresh = () => void queries.invalidateQueries({ queryKey: savedFiltersQuery.queryKey })
  const attempt = async (run: () => Promise<unknown>, done: () => void) => {
    try {
      await run()
      done()
      refresh()
    } catch (error) {
      toast.error(problemText(error))
    }
  }
  const save = () => {
    if (!name.trim()) return setMissing(true)
    void attempt(
      () => saveFilter(name.trim(), toSaved(params)),
      () => {
        setName('')
        toast.ok(t.savedOk)
      },
    )
  }
  const drop = (filter: SavedFilter) =>
    attempt(
      () => dropFilter(filter.id),
      () =>
        toast.ok(t.dropped(filter.name), {
          label: t.undo,
          run: () =>
            void attempt(
              () => saveFilter(filter.name, filter.query),
              () => undefined,
            ),
        }),
    )
  return (
    <section className="stack-2" style={{ marginTop: 24 }} aria-labelledby="saved-filters">
      <h3 id="saved-filters">{t.saved}</h3>
      {saved.data?.length ? (
        <ul className="row" style={{ listStyle: 'none' }}>
          {saved.data.map((filter) => (
            <li key={filter.id} className="row" style={{ gap: 0 }}>
              <Button variant="light" onClick={() => onPick(filter.query)}>
                {filter.name}
              </Button>
              <IconButton label={t.drop(filter.name)} onClick={() => void drop(filter)}>
                <IconX size={18} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      ) : (
        <p className="second">{t.noneSaved}</p>
      )}
      {activeFilters(params).length > 0 ? (
        <div className="row" style={{ alignItems: 'flex-end' }}>
          <TextInput
            label={t.saveName}
            value={name}
            maxLength={60}
            error={missing ? t.saveMissing : undefined}
            onChange={(event) => {
              setName(event.currentTarget.value)
              setMissing(false)
            }}
          />
          <Button variant="default" onClick={save}>
            {t.save}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
