import { useQuery } from '@tanstack/react-query'
import type { CaseLook } from '@/api/types'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Card } from '@/ui/Card'
import { DataTable } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { PersonName } from '@/ui/PersonName'
import { QueryView } from '@/ui/QueryView'
import { StatusTag } from '@/ui/StatusTag'
import { fileTexts } from './texts'
import { looksQuery } from '../queries'

export function LooksTab({ id }: { id: string }) {
  const texts = useTexts(fileTexts)
  const t = texts.looks
  const query = useQuery(looksQuery(id))
  const what = (look: CaseLook) => {
    const name = look.action.replace(/^[a-z_]+\./, '')
    const word =
      t.action[name as keyof typeof t.action] ??
      texts.timeline.step[name as keyof typeof texts.timeline.step] ??
      t.other
    return (
      <span className="row">
        {word}
        {look.outcome === 'denied' ? (
          <StatusTag tone="red" icon="ban">
            {t.refused}
          </StatusTag>
        ) : null}
      </span>
    )
  }
  const who = (look: CaseLook) => (look.by ? <PersonName person={look.by} unit /> : <span>{t.nobody}</span>)
  return (
    <div className="stack">
      <p className="second">{t.intro}</p>
      <Card flush>
        <QueryView query={query}>
          {(looks) =>
            looks.length === 0 ? (
              <EmptyState>{t.empty}</EmptyState>
            ) : (
              <DataTable
                caption={texts.parts['da-xem']}
                rows={looks.map((look, index) => ({ ...look, key: `${look.at}${index}` }))}
                rowKey={(look) => look.key}
                columns={[
                  {
                    key: 'at',
                    header: t.when,
                    width: '170px',
                    cell: (look) => <span className="num">{formatInstant(look.at)}</span>,
                  },
                  { key: 'by', header: t.who, cell: who },
                  { key: 'action', header: t.what, cell: what },
                ]}
                card={(look) => (
                  <>
                    <p>{who(look)}</p>
                    <div className="row-between second">
                      {what(look)}
                      <span className="num">{formatInstant(look.at)}</span>
                    </div>
                  </>
                )}
              />
            )
          }
        </QueryView>
      </Card>
    </div>
  )
}
