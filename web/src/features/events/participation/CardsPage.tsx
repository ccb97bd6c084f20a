import { useQuery } from '@tanstack/react-query'
import { IconPrinter } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useParams } from 'react-router'
import type { EventCard, EventRow } from '@/api/types'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { qrOf } from '@/lib/qr'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { IdleCover } from '@/ui/IdleCover'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import styles from './components/people.module.css'
import { partTexts } from './partTexts'
import { cardsQuery, eventQuery } from './queries'

/** Cards for children to wear. The squares are drawn here: no code goes anywhere to become a picture. */
export default function CardsPage() {
  const { id = '' } = useParams()
  const event = useQuery(eventQuery(id))
  const cards = useQuery(cardsQuery(id))
  return (
    <QueryView query={event} skeleton={<PageSkeleton />}>
      {(row) => (
        <QueryView query={cards} skeleton={<PageSkeleton />}>
          {(items) => <Cards event={row} cards={items} />}
        </QueryView>
      )}
    </QueryView>
  )
}

function Cards({ event, cards }: { event: EventRow; cards: EventCard[] }) {
  const t = useTexts(partTexts).cardsPage
  return (
    <Page
      title={t.title(event.title)}
      subtitle={<span className="num">{formatInstant(event.starts_at)}</span>}
      back={{ to: `/lich/${event.id}/tham-gia`, label: t.back }}
      actions={
        cards.length > 0 ? (
          <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
            {t.print}
          </Button>
        ) : undefined
      }
    >
      <IdleCover />
      {cards.length === 0 ? (
        <Card>
          <EmptyState>{t.empty}</EmptyState>
        </Card>
      ) : (
        <>
          <p className="second no-print">{t.hint}</p>
          <ul className={styles.cards}>
            {cards.map((card) => (
              <li key={card.child_id} className={styles.card}>
                <Square code={card.code} label={t.qr} />
                <span>
                  <span className={styles.cardName}>{card.full_name}</span>
                  <br />
                  {card.neighborhood ? (
                    <>
                      <span className="second">{card.neighborhood.name}</span>
                      <br />
                    </>
                  ) : null}
                  <span className={styles.code}>{card.code}</span>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}

/** With the quiet zone of four modules that readers need. */
function Square({ code, label }: { code: string; label: string }) {
  const path = useMemo(() => {
    const dark = (qrOf(code) ?? []).flatMap((row, y) =>
      row.flatMap((cell, x) => (cell ? [`M${x + 4} ${y + 4}h1v1h-1z`] : [])),
    )
    return dark.join('')
  }, [code])
  return (
    <svg className={styles.qr} viewBox="0 0 29 29" role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width="29" height="29" fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
