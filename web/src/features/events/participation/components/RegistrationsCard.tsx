import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { EventRegistration, EventRegistrations } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { matches } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { SearchField } from '@/ui/SearchField'
import { SegmentedControl } from '@/ui/Segmented'
import { StatusTag } from '@/ui/StatusTag'
import { partTexts } from '../partTexts'
import styles from './people.module.css'

const FILTERS = ['registered', 'missing', 'waiting', 'cancelled'] as const
type Filter = (typeof FILTERS)[number]

const fits = (filter: Filter, one: EventRegistration) =>
  filter === 'missing' ? one.status === 'registered' && one.consent === 'missing' : one.status === filter

interface CardProps {
  people: EventRegistrations
  onAdd: () => void
  onWithdraw: (one: EventRegistration) => void
}

export function RegistrationsCard({ people, onAdd, onWithdraw }: CardProps) {
  const t = useTexts(partTexts)
  const [params, setParams] = useSearchParams()
  const [q, setQ] = useState('')
  const asked = params.get('loc')
  const filter: Filter = FILTERS.find((one) => one === asked) ?? 'registered'
  const show = (next: string) => setParams(next === 'registered' ? {} : { loc: next }, { replace: true })
  const here = people.items.filter((one) => fits(filter, one))
  const shown = q ? here.filter((one) => matches(one.full_name, q)) : here
  const add = people.may_register ? (
    <Button size="sm" onClick={onAdd}>
      {t.add}
    </Button>
  ) : null
  return (
    <Card title={t.list} aside={add ? <span className="no-print">{add}</span> : null} flush>
      {people.items.length === 0 ? (
        <EmptyState action={add}>{t.empty}</EmptyState>
      ) : (
        <>
          <div className={`${styles.bar} no-print`}>
            <div className={styles.scroll}>
              <SegmentedControl
                aria-label={t.filter}
                value={filter}
                onChange={show}
                data={FILTERS.map((value) => ({ value, label: t.filters[value] }))}
                fullWidth
              />
            </div>
            <SearchField label={t.search} value={q} onSearch={setQ} delay={120} />
          </div>
          {shown.length === 0 ? (
            <EmptyState
              action={
                <Button
                  variant="light"
                  onClick={() => {
                    setQ('')
                    show('registered')
                  }}
                >
                  {t.all}
                </Button>
              }
            >
              {q ? t.noMatch : t.emptyHere}
            </EmptyState>
          ) : (
            <ol className={styles.list} aria-label={t.list}>
              {shown.map((one) => (
                <Line key={one.child_id} one={one} onWithdraw={people.may_register ? onWithdraw : undefined} />
              ))}
            </ol>
          )}
        </>
      )}
    </Card>
  )
}

const TONES = { agreed: 'green', declined: 'red', missing: 'orange' } as const
const ICONS = { agreed: 'check', declined: 'ban', missing: 'alert' } as const

function Line({ one, onWithdraw }: { one: EventRegistration; onWithdraw?: (one: EventRegistration) => void }) {
  const t = useTexts(partTexts)
  const asks = one.ask.length === 2 ? t.askBoth : one.ask[0] === 'child' ? t.askChild : t.askParents
  const gone = one.status === 'cancelled'
  const facts = [
    one.birth_year,
    one.neighborhood?.name,
    one.phone ? `${t.phone} ${one.phone}` : null,
    one.medical_warning,
    one.can_swim === false ? t.noSwim : null,
    !gone && one.consent === 'missing' ? asks : null,
    one.opinion_note,
  ]
  return (
    <li className={`${styles.line} ${styles.wrap}`}>
      <span className="grow">
        <strong>{one.full_name}</strong>
        <br />
        <span className="second">{facts.filter(Boolean).join(' · ')}</span>
        {gone && one.cancelled_by ? (
          <>
            <br />
            <span className="small">{t.cancelledLine(t.byWords[one.cancelled_by], one.cancel_reason)}</span>
          </>
        ) : null}
      </span>
      {one.queue ? (
        <StatusTag tone="blue" icon="clock">
          {t.queue(one.queue)}
        </StatusTag>
      ) : null}
      {gone ? null : (
        <StatusTag tone={TONES[one.consent]} icon={ICONS[one.consent]}>
          {t.consent[one.consent]}
        </StatusTag>
      )}
      {onWithdraw && !gone ? (
        <Button
          size="sm"
          variant="default"
          className="no-print"
          aria-label={t.withdrawOf(one.full_name)}
          onClick={() => onWithdraw(one)}
        >
          {t.withdraw}
        </Button>
      ) : null}
    </li>
  )
}
