import { useQuery } from '@tanstack/react-query'
import type { Child, ChildLook } from '@/api/types'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Card } from '@/ui/Card'
import { DataTable } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { PersonName } from '@/ui/PersonName'
import { QueryView } from '@/ui/QueryView'
import { StatusTag } from '@/ui/StatusTag'
import { looksQuery } from '../queries'
import { childTexts } from '../texts'

/** The ward's answer to a family that asks who has read about their child. */
export function LooksTab({ child }: { child: Child }) {
  const texts = useTexts(childTexts)
  const t = texts.look
  const query = useQuery(looksQuery(child.id))
  const what = (look: ChildLook) => {
    const name = look.action.replace(/^children\./, '') as keyof typeof t.action
    return (
      <span className="row">
        {t.action[name] ?? t.action.other}
        {look.outcome === 'denied' ? (
          <StatusTag tone="red" icon="ban">
            {t.refused}
          </StatusTag>
        ) : null}
      </span>
    )
  }
  const who = (look: ChildLook) =>
    look.by ? <PersonName person={look.by} unit /> : <span>{texts.history.nobody}</span>
  return (
    <div className="stack">
      <p className="second">{texts.one.seen}</p>
      <Card flush>
        <QueryView query={query}>
          {(looks) =>
            looks.length === 0 ? (
              <EmptyState>{texts.one.noLooks}</EmptyState>
            ) : (
              <DataTable
                caption={texts.one.parts['da-xem']}
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
