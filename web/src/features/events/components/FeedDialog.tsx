import { useQuery, type QueryKey } from '@tanstack/react-query'
import { useState } from 'react'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Checkbox } from '@/ui/inputs'
import { CopyText } from '@/ui/CopyText'
import { ErrorState } from '@/ui/ErrorState'
import { Sheet } from '@/ui/Modal'
import { Notice } from '@/ui/Notice'
import { ListSkeleton } from '@/ui/Skeletons'
import { useAct } from '@/ui/useAct'
import { feedTexts } from '../feedTexts'
import { endFeed, feedQuery, makeFeed } from '../queries'

const TOUCHES: QueryKey[] = [feedQuery.queryKey]

/** The address at which the calendar of a phone reads the events: shown once, taken back at any time. */
export function FeedDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(feedTexts)
  const feed = useQuery(feedQuery)
  const { act, busy } = useAct(TOUCHES)
  const [onlyOwn, setOnlyOwn] = useState(false)
  const [address, setAddress] = useState<string | null>(null)
  const make = async () => {
    const made = await act('make', () => makeFeed(onlyOwn))
    if (made) setAddress(new URL(made.path, window.location.origin).href)
  }
  const end = async () => {
    const done = await act('end', () => endFeed().then(() => true), t.ended)
    if (done) setAddress(null)
  }
  return (
    <Sheet opened onClose={onClose} title={t.title} size="md">
      <div className="stack" style={{ paddingBottom: 16 }}>
        <p>{t.what}</p>
        {feed.data === undefined ? (
          feed.isError ? (
            <ErrorState error={feed.error} onRetry={() => void feed.refetch()} />
          ) : (
            <ListSkeleton rows={2} />
          )
        ) : (
          <>
            {address ? (
              <>
                <CopyText label={t.address} text={address} />
                <p className="second">{t.how}</p>
                <Notice tone="warn">{t.secret}</Notice>
              </>
            ) : null}
            {feed.data.exists && !address ? (
              <p>{feed.data.read_at ? t.readAt(formatInstant(feed.data.read_at)) : t.neverRead}</p>
            ) : null}
            <Checkbox
              label={t.onlyOwn}
              checked={onlyOwn}
              onChange={(event) => setOnlyOwn(event.currentTarget.checked)}
            />
            <div className="row">
              <Button loading={busy === 'make'} onClick={() => void make()}>
                {feed.data.exists ? t.again : t.make}
              </Button>
              {feed.data.exists ? (
                <Button variant="default" loading={busy === 'end'} onClick={() => void end()}>
                  {t.end}
                </Button>
              ) : null}
            </div>
            {feed.data.exists ? <p className="second">{t.againHint}</p> : null}
          </>
        )}
      </div>
    </Sheet>
  )
}
