import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { DuplicatePair } from '@/api/types'
import { useSession } from '@/app/session'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { EmptyState } from '@/ui/EmptyState'
import { IdleCover } from '@/ui/IdleCover'
import { Page } from '@/ui/Page'
import { PersonName } from '@/ui/PersonName'
import { QueryView } from '@/ui/QueryView'
import { StatusTag } from '@/ui/StatusTag'
import { Tabs } from '@/ui/Tabs'
import { useAct } from '@/ui/useAct'
import { MergeDialog } from './components/MergeDialog'
import { PairTable } from './components/PairTable'
import { listPlace } from './memory'
import { CHILD_TOUCHES, duplicatesQuery, keepApart, mergesQuery, undoMerge } from './queries'
import { childTexts } from './texts'
import styles from './components/child.module.css'

/** The ward's desk: pairs that may be one child, and the merges that can be taken back. */
export default function DuplicatesPage() {
  const t = useTexts(childTexts)
  const { can } = useSession()
  const [params] = useSearchParams()
  const pairs = useQuery(duplicatesQuery)
  const current = params.get('xem') === 'da-gop' ? 'da-gop' : 'can-xem'
  return (
    <Page
      title={t.desk.title}
      subtitle={can('children', 'update') ? t.desk.intro : `${t.desk.intro} ${t.desk.readOnly}`}
      back={{ to: listPlace(), label: t.one.back }}
    >
      <Tabs
        label={t.desk.tabs}
        param="xem"
        current={current}
        items={[
          { key: 'can-xem', label: t.desk.pairs, count: pairs.data?.total },
          { key: 'da-gop', label: t.desk.merged },
        ]}
      />
      {current === 'can-xem' ? (
        <QueryView query={pairs}>
          {({ items, total }) =>
            items.length === 0 ? (
              <Card>
                <EmptyState title={t.desk.none}>{t.desk.noneBody}</EmptyState>
              </Card>
            ) : (
              <div className="stack">
                {items.map((pair) => (
                  <Pair key={`${pair.first.id}${pair.second.id}`} pair={pair} />
                ))}
                {total > items.length ? <p className="second">{t.desk.more(items.length, total)}</p> : null}
              </div>
            )
          }
        </QueryView>
      ) : (
        <Merges />
      )}
      <IdleCover />
    </Page>
  )
}

function Pair({ pair }: { pair: DuplicatePair }) {
  const texts = useTexts(childTexts)
  const t = texts.desk
  const { can } = useSession()
  const { act, busy } = useAct(CHILD_TOUCHES)
  const [merging, setMerging] = useState(false)
  const { first, second, likeness } = pair
  const apart = async () => {
    const answer = await ask({ title: t.apartTitle, body: t.apartBody(first.code, second.code), confirm: t.apart })
    if (answer.yes) await act('apart', (key) => keepApart(first.id, second.id, key), t.apartDone)
  }
  return (
    <Card
      title={`${first.full_name} · ${first.code}, ${second.code}`}
      aside={
        <StatusTag
          tone={likeness === 'certain' ? 'orange' : 'plain'}
          icon={likeness === 'certain' ? 'alert' : 'eye'}
          wrap
        >
          {texts.same.likeness[likeness]}
        </StatusTag>
      }
    >
      <PairTable caption={`${first.code}, ${second.code}`} heads={[first.code, second.code]} sides={[first, second]} />
      <div className="row no-print" style={{ marginTop: 12 }}>
        {can('children', 'update') ? (
          <>
            <Button onClick={() => setMerging(true)}>{t.merge}</Button>
            <Button variant="default" loading={busy === 'apart'} onClick={() => void apart()}>
              {t.apart}
            </Button>
          </>
        ) : null}
        <Link to={`/tre-em/${first.id}`}>{first.code}</Link>
        <Link to={`/tre-em/${second.id}`}>{second.code}</Link>
      </div>
      {merging ? (
        <MergeDialog pair={[first, second]} onClose={() => setMerging(false)} onDone={() => setMerging(false)} />
      ) : null}
    </Card>
  )
}

function Merges() {
  const t = useTexts(childTexts).desk
  const { can } = useSession()
  const query = useQuery(mergesQuery)
  const { act, busy } = useAct(CHILD_TOUCHES)
  const undo = async (id: string) => {
    const answer = await ask({ title: t.undoTitle, body: t.undoBody, confirm: t.undo })
    if (answer.yes) await act(id, (key) => undoMerge(id, key), t.undoDone)
  }
  return (
    <Card flush>
      <QueryView query={query}>
        {(merges) =>
          merges.length === 0 ? (
            <EmptyState>{t.noMerges}</EmptyState>
          ) : (
            <ul className={styles.entries}>
              {merges.map((one) => (
                <li key={one.id} className={styles.entry}>
                  <div className="grow">
                    <p className={styles.entryTitle}>
                      {one.kept ? (
                        <>
                          <Link to={`/tre-em/${one.kept.id}`}>{one.kept.full_name}</Link> ·{' '}
                          {t.into(one.gone_code, one.kept.code)}
                        </>
                      ) : (
                        one.gone_code
                      )}
                    </p>
                    <p className="second">
                      <PersonName person={one.by} /> · <span className="num">{formatInstant(one.at)}</span>
                      {one.undone_at ? ` · ${t.undone(formatInstant(one.undone_at))}` : ''}
                    </p>
                  </div>
                  {one.undone_at || !can('children', 'update') ? null : (
                    <Button
                      variant="default"
                      size="sm"
                      loading={busy === one.id}
                      aria-label={`${t.undo}: ${one.gone_code}`}
                      onClick={() => void undo(one.id)}
                    >
                      {t.undo}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Card>
  )
}
