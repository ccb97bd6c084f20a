import { useQuery } from '@tanstack/react-query'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { Plan } from '@/api/types'
import { useSession } from '@/app/session'
import { formatDate, formatRange } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { keepTogether } from '@/lib/text'
import { Button, IconButton, LinkButton } from '@/ui/Button'
import { Card, Facts } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { Menu } from '@/ui/Menu'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { SegmentedControl } from '@/ui/Segmented'
import { PageSkeleton } from '@/ui/Skeletons'
import { PlanTag } from '@/ui/tags'
import { useAct } from '@/ui/useAct'
import { CopyDialog } from './components/CopyDialog'
import { PlanProgress } from './components/PlanProgress'
import { SectionTree } from './components/SectionTree'
import { closePlan, planQuery, PLAN_TOUCHES, publishPlan } from './queries'
import { planTexts } from './texts'

export default function PlanPage() {
  const { id = '' } = useParams()
  const query = useQuery(planQuery(id))
  return (
    <QueryView query={query} skeleton={<PageSkeleton />}>
      {(plan) => <PlanView key={plan.id} plan={plan} />}
    </QueryView>
  )
}

function PlanView({ plan }: { plan: Plan }) {
  const t = useTexts(planTexts)
  const [params, setParams] = useSearchParams()
  const chosen = params.get('xem') ?? (location.hash || plan.status === 'draft' ? 'noi-dung' : 'tien-do')
  return (
    <Page
      title={plan.title}
      back={{ to: '/ke-hoach', label: t.back }}
      subtitle={
        <span className="row">
          <PlanTag status={plan.status} />
          <span>{[plan.number, formatRange(plan.starts_on, plan.ends_on)].filter(Boolean).join(' · ')}</span>
        </span>
      }
      actions={<Actions plan={plan} />}
    >
      {plan.theme ? (
        <p style={{ fontSize: 20, lineHeight: 1.4, color: 'var(--xanh-dark)', fontWeight: 600 }}>
          “{keepTogether(plan.theme)}”
        </p>
      ) : null}
      {plan.status === 'draft' ? (
        <Notice tone="warn" actions={plan.allowed_actions.includes('publish') ? <Publish plan={plan} /> : undefined}>
          {t.one.waiting}
        </Notice>
      ) : null}
      <div className="row-between no-print">
        <SegmentedControl
          aria-label={t.title}
          value={chosen}
          onChange={(next) => setParams({ xem: next }, { replace: true })}
          data={[
            { value: 'tien-do', label: t.one.progress },
            { value: 'noi-dung', label: t.one.content },
          ]}
        />
        <LinkButton to={`/viec?ke-hoach=${plan.id}`} variant="light">
          {`${t.one.openTasks} (${plan.task_count})`}
        </LinkButton>
      </div>
      {chosen === 'noi-dung' ? <Content plan={plan} /> : <PlanProgress plan={plan} />}
    </Page>
  )
}

function Publish({ plan }: { plan: Plan }) {
  const t = useTexts(planTexts).one
  const { act, busy } = useAct(PLAN_TOUCHES)
  const publish = async () => {
    const answer = await ask({ title: t.publishTitle, body: t.publishBody(plan.task_count), confirm: t.publish })
    if (answer.yes) await act('publish', (key) => publishPlan(plan, key), t.published)
  }
  return (
    <Button loading={busy !== null} onClick={() => void publish()}>
      {t.publish}
    </Button>
  )
}

function Actions({ plan }: { plan: Plan }) {
  const t = useTexts(planTexts).one
  const { can } = useSession()
  const navigate = useNavigate()
  const { act } = useAct(PLAN_TOUCHES)
  const [copying, setCopying] = useState(false)
  const edit = plan.allowed_actions.includes('edit')
  const close = async () => {
    const answer = await ask({ title: t.closeTitle, body: t.closeBody, confirm: t.close, danger: true })
    if (answer.yes) await act('close', (key) => closePlan(plan, key, ''), t.closed)
  }
  return (
    <>
      {can('tasks', 'create') && plan.status !== 'closed' ? (
        <LinkButton
          to={`/viec/moi?ke-hoach=${plan.id}`}
          // Of a draft the main thing is to publish it.
          variant={plan.status === 'draft' ? 'default' : 'filled'}
          leftSection={<IconPlus size={20} aria-hidden />}
          data-create
        >
          {t.addTask}
        </LinkButton>
      ) : null}
      <LinkButton to={`/ke-hoach/${plan.id}/in`} variant="default">
        {t.print}
      </LinkButton>
      {edit || can('plans', 'create') || plan.allowed_actions.includes('close') ? (
        <Menu position="bottom-end" width={240}>
          <Menu.Target>
            <IconButton label={t.more} tone="light">
              <IconDots size={20} aria-hidden />
            </IconButton>
          </Menu.Target>
          <Menu.Dropdown>
            {edit ? <Menu.Item onClick={() => void navigate(`/ke-hoach/${plan.id}/sua`)}>{t.edit}</Menu.Item> : null}
            {edit ? (
              <Menu.Item onClick={() => void navigate(`/ke-hoach/${plan.id}/nhap-lai`)}>{t.reimport}</Menu.Item>
            ) : null}
            {can('plans', 'create') ? <Menu.Item onClick={() => setCopying(true)}>{t.copy}</Menu.Item> : null}
            {plan.allowed_actions.includes('close') ? (
              <>
                <Menu.Divider />
                <Menu.Item color="red" onClick={() => void close()}>
                  {t.close}
                </Menu.Item>
              </>
            ) : null}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      {copying ? <CopyDialog plan={plan} onClose={() => setCopying(false)} /> : null}
    </>
  )
}

function Content({ plan }: { plan: Plan }) {
  const t = useTexts(planTexts)
  const d = t.details
  return (
    <div className="split">
      <SectionTree plan={plan} />
      <div className="stack">
        <Card title={t.one.facts}>
          <Facts
            items={[
              [d.number, plan.number || '–'],
              [d.issued, formatDate(plan.issued_on) || '–'],
              [d.issuer, plan.issuer || '–'],
              [d.signer, plan.signed_by ? `${plan.signed_by.name}, ${plan.signed_by.position}` : '–'],
              [d.hotlines, plan.hotlines.join(', ') || '–'],
              [d.legal, plan.legal_bases.join('; ') || '–'],
              [d.recipients, plan.recipients.join('; ') || '–'],
            ]}
          />
        </Card>
        {plan.slogans.length > 0 ? (
          <Card title={t.one.slogans(plan.slogans.length)}>
            <ol style={{ paddingInlineStart: 20 }} className="stack-2">
              {plan.slogans.map((slogan) => (
                <li key={slogan}>{slogan}</li>
              ))}
            </ol>
          </Card>
        ) : null}
      </div>
    </div>
  )
}
