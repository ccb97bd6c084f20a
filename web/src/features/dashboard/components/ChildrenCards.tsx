import type { Overview } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { Card } from '@/ui/Card'
import { Bars, Multiples } from '@/ui/charts/Bars'
import { percentOf } from '@/ui/charts/scale'
import * as links from '../links'
import { overviewTexts } from '../texts'

export function ChildrenCard({ reach }: { reach: NonNullable<Overview['children']> }) {
  const t = useTexts(overviewTexts).children
  const { year, programmes } = reach
  const name = (one: (typeof programmes)[number]) => t.programme[one.programme]
  const all = programmes.map((one) => t.one(name(one), formatNumber(one.reached), formatNumber(one.entitled)))
  return (
    <Card title={t.title} aside={<span className="second">{t.count(formatNumber(reach.children), year)}</span>}>
      <Multiples
        name={t.title}
        summary={t.summary(all.join('; '))}
        items={programmes.map((one) => ({
          key: one.programme,
          label: name(one),
          value: one.reached,
          of: one.entitled,
        }))}
        table={{
          head: t.head,
          columns: [t.entitled, t.reached, t.left, t.percent],
          rows: programmes.map((one) => ({
            key: one.programme,
            head: name(one),
            cells: [
              { value: one.entitled, to: links.childrenBehind(one.programme, year) },
              { value: one.reached, to: links.childrenBehind(one.programme, year, true) },
              { value: one.not_reached, to: links.childrenBehind(one.programme, year, false) },
              one.entitled > 0 ? `${percentOf(one.reached, one.entitled)}%` : null,
            ],
          })),
        }}
      />
    </Card>
  )
}

export function SummerCard({ summer }: { summer: NonNullable<Overview['summer']> }) {
  const t = useTexts(overviewTexts).summer
  const { year, by_status } = summer
  const note = (lists: number, children: number) => t.note(formatNumber(lists), formatNumber(children))
  const shown = by_status.filter((one) => one.lists > 0)
  return (
    <Card title={t.title(year)}>
      {shown.length === 0 ? (
        <p className="muted">{t.none}</p>
      ) : (
        <Bars
          name={t.title(year)}
          summary={t.summary(
            shown.map((one) => `${t.status[one.status]}: ${note(one.lists, one.children)}`).join('; '),
          )}
          rows={shown.map((one) => ({
            key: one.status,
            label: t.status[one.status],
            value: one.children,
            note: note(one.lists, one.children),
            tone: one.status === 'received' || one.status === 'returned' ? 'done' : 'doing',
          }))}
          table={{
            head: t.head,
            columns: [t.lists, t.children],
            rows: by_status.map((one) => ({
              key: one.status,
              head: t.status[one.status],
              cells: [{ value: one.lists, to: links.handovers(year, one.status) }, one.children],
            })),
          }}
        />
      )}
    </Card>
  )
}
