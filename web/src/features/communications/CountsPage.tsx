import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { CommunicationCount } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { usePhone } from '@/ui/DataTable'
import { EmptyState } from '@/ui/EmptyState'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { ExportMenu } from './components/ExportMenu'
import { FilterBar } from './components/FilterBar'
import styles from './components/communications.module.css'
import { byChannel, byUnit, rowsBehind, toCountFilters, type ChannelSummary, type UnitLine } from './filters'
import { countsQuery, files } from './queries'
import { communicationTexts } from './texts'

/** "Khu phố nào đã phát": each channel with who is missing, then every unit with the way to its items. */
export default function CountsPage() {
  const texts = useTexts(communicationTexts)
  const t = texts.counts
  const { today } = useSession()
  const [chosen, setParams] = useSearchParams()
  // What begins later is nobody's debt yet.
  const params = useMemo(() => {
    const next = new URLSearchParams(chosen)
    if (!next.get('den')) next.set('den', today)
    return next
  }, [chosen, today])
  const filters = useMemo(() => toCountFilters(params), [params])
  const query = useQuery(countsQuery(filters))
  return (
    <Page
      title={t.title}
      subtitle={t.intro}
      back={{ to: '/truyen-thong', label: texts.back }}
      actions={<ExportMenu name={texts.act.fileName.counts} load={(format) => files.counts(filters, format)} />}
    >
      <FilterBar params={params} onChange={(next) => setParams(next, { replace: true })} counts />
      <QueryView query={query}>
        {(counts) =>
          counts.length === 0 ? (
            <Card>
              <EmptyState
                title={t.none}
                action={
                  <Button variant="light" onClick={() => setParams({}, { replace: true })}>
                    {t.noneAction}
                  </Button>
                }
              />
            </Card>
          ) : (
            <div className="stack">
              <div className={styles.summaries}>
                {byChannel(counts).map((one) => (
                  <Summary key={one.channel} one={one} />
                ))}
              </div>
              <Units counts={counts} params={params} />
            </div>
          )
        }
      </QueryView>
    </Page>
  )
}

function Summary({ one }: { one: ChannelSummary }) {
  const texts = useTexts(communicationTexts)
  const t = texts.counts
  const names = one.missing.map((count) => count.unit.name).join(', ')
  return (
    <Card title={texts.channel[one.channel]}>
      <div className="stack-2">
        <p>
          <strong>{t.summary(one.counts.length - one.missing.length, one.counts.length)}</strong>,{' '}
          {t.sum(formatNumber(one.times), texts.times[one.channel])}
        </p>
        <p className={names ? styles.none : 'done'}>{names ? t.missing(names) : t.allDone}</p>
      </div>
    </Card>
  )
}

function Units({ counts, params }: { counts: CommunicationCount[]; params: URLSearchParams }) {
  const texts = useTexts(communicationTexts)
  const t = texts.counts
  const phone = usePhone()
  const channels = byChannel(counts).map(({ channel }) => channel)
  const lines = byUnit(counts)
  const number = (count: CommunicationCount) => (
    <Link
      to={rowsBehind(params, count, count.reported < count.items ? false : undefined)}
      className={`${styles.number} ${count.reported < count.items ? styles.none : ''}`}
      aria-label={t.cell(count.unit.name, texts.channel[count.channel], count.reported, count.items)}
    >
      {count.reported}/{count.items}
    </Link>
  )
  if (phone) {
    return (
      <Card title={t.table}>
        <ul className={styles.lines} aria-label={t.table}>
          {lines.map((line) => (
            <li key={line.unit.id}>
              <strong className={styles.grow}>{line.unit.name}</strong>
              {ofLine(line, channels).map((count) => (
                <span key={count.channel} className="row">
                  <span className="second">{texts.channel[count.channel]}</span>
                  {number(count)}
                </span>
              ))}
            </li>
          ))}
        </ul>
      </Card>
    )
  }
  return (
    <Card title={t.table}>
      {/* A wide table must scroll by keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t.table}>
        <table className={styles.matrix}>
          <thead>
            <tr>
              <th scope="col">{t.unit}</th>
              {channels.map((channel) => (
                <th key={channel} scope="col">
                  {texts.channel[channel]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.unit.id}>
                <th scope="row">{line.unit.name}</th>
                {channels.map((channel) => {
                  const count = line.of[channel]
                  return (
                    <td key={channel}>
                      {count ? (
                        <>
                          {number(count)}
                          <p className="small muted">
                            {t.sum(`${formatNumber(count.times)}/${formatNumber(count.planned)}`, texts.times[channel])}
                          </p>
                        </>
                      ) : (
                        <span className="muted">–</span>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}

const ofLine = (line: UnitLine, channels: CommunicationCount['channel'][]) =>
  channels.map((channel) => line.of[channel]).filter((count) => count !== undefined)
