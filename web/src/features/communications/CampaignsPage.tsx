import { useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import type { Campaign } from '@/api/types'
import { formatRange } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { ListSkeleton } from '@/ui/Skeletons'
import { CampaignDialog } from './components/CampaignDialog'
import { campaignsQuery } from './queries'
import { communicationTexts } from './texts'
import { useReach } from './useReach'

export default function CampaignsPage() {
  const texts = useTexts(communicationTexts)
  const t = texts.campaigns
  const { officer } = useReach()
  const query = useQuery(campaignsQuery)
  const [opened, setOpened] = useState<Campaign | 'new' | null>(null)
  const add = officer ? (
    <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setOpened('new')}>
      {t.add}
    </Button>
  ) : undefined
  return (
    <Page title={t.title} back={{ to: '/truyen-thong', label: texts.back }} actions={add}>
      <QueryView query={query} skeleton={<ListSkeleton />}>
        {(campaigns) =>
          campaigns.length === 0 ? (
            <Card>
              <EmptyState title={t.empty} action={add}>
                {t.emptyBody}
              </EmptyState>
            </Card>
          ) : (
            <div className="stack">
              {campaigns.map((one) => (
                <Card key={one.id} title={one.name}>
                  <div className="stack-2">
                    {one.theme ? <p>{one.theme}</p> : null}
                    <p className="second">
                      <span className="num">{formatRange(one.starts_on, one.ends_on)}</span> ·{' '}
                      <Link to={`/truyen-thong?dot=${one.id}`}>{t.items(one.items)}</Link>
                    </p>
                    {one.note ? <p className="second pre">{one.note}</p> : null}
                    <div className="row">
                      <LinkButton to={`/truyen-thong/ai-da-phat?dot=${one.id}`} variant="light">
                        {texts.toCounts}
                      </LinkButton>
                      {one.may_change ? (
                        <Button variant="default" onClick={() => setOpened(one)}>
                          {t.edit}
                        </Button>
                      ) : null}
                    </div>
                  </div>
                </Card>
              ))}
            </div>
          )
        }
      </QueryView>
      {opened ? <CampaignDialog campaign={opened === 'new' ? null : opened} onClose={() => setOpened(null)} /> : null}
    </Page>
  )
}
