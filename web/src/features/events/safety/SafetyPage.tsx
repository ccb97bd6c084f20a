import { useQuery } from '@tanstack/react-query'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useTexts } from '@/lib/i18n'
import { saveBlob } from '@/ui/Attachments'
import { Button, LinkButton } from '@/ui/Button'
import { ask } from '@/ui/ConfirmDialog'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { useAct } from '@/ui/useAct'
import { ApproveDialog } from './components/ApproveDialog'
import { EventFacts } from './components/EventFacts'
import { PlanForm } from './components/PlanForm'
import { isReady, PlanNotices } from './components/PlanNotices'
import { PlanView } from './components/PlanView'
import { LevelTag, SafetyTag } from './components/SafetyTag'
import styles from './components/safety.module.css'
import { planPaper, returnPlan, SAFETY_TOUCHES, safetyQuery, type Safety } from './queries'
import { safetyTexts } from './texts'

export default function SafetyPage() {
  const { id = '' } = useParams()
  const query = useQuery({ ...safetyQuery(id), refetchOnReconnect: false })
  return (
    <QueryView query={query} skeleton={<PageSkeleton />}>
      {(safety) => <View key={id} safety={safety} />}
    </QueryView>
  )
}

function View({ safety }: { safety: Safety }) {
  const t = useTexts(safetyTexts)
  const { template, plan } = safety
  const { event } = template
  const [editing, setEditing] = useState(false)
  const mayWrite = template.allowed_actions.some((one) => one === 'draft' || one === 'edit')
  // Nothing to read yet: who may write begins at once, where a plan is called for.
  const unwritten = plan === null || plan.status === 'requested' || plan.status === 'returned'
  const form = mayWrite && (editing || (plan !== null && unwritten))
  return (
    <Page
      title={t.title}
      tab={`${t.title}: ${event.title}`}
      back={{ to: `/lich/${event.id}`, label: t.backToEvent }}
      subtitle={
        <span className="stack-2">
          <strong>{event.title}</strong>
          <span className="row">
            <SafetyTag status={plan?.status ?? null} />
            {plan && plan.risks.length > 0 ? <LevelTag level={plan.level} score={plan.score} /> : null}
          </span>
        </span>
      }
      actions={form ? undefined : <Acts safety={safety} mayWrite={mayWrite} onEdit={() => setEditing(true)} />}
    >
      <PlanNotices safety={safety} />
      <div className="split">
        <div className="stack">
          {form ? (
            <PlanForm
              // A plan that came back, or was saved, is another form.
              key={`${plan?.status ?? ''}`}
              safety={safety}
              onDone={() => setEditing(false)}
              onCancel={editing ? () => setEditing(false) : undefined}
            />
          ) : plan ? (
            <PlanView plan={plan} template={template} />
          ) : null}
        </div>
        <div className={`stack ${styles.aside}`}>
          <EventFacts safety={safety} />
          {plan?.drafted_at && !form ? <Papers event={event.id} /> : null}
        </div>
      </div>
    </Page>
  )
}

function Acts({
  safety: { template, plan },
  mayWrite,
  onEdit,
}: {
  safety: Safety
  mayWrite: boolean
  onEdit: () => void
}) {
  const t = useTexts(safetyTexts).act
  const { act, busy } = useAct(SAFETY_TOUCHES)
  const [approving, setApproving] = useState(false)
  const may = (action: 'approve' | 'return') => plan !== null && template.allowed_actions.includes(action)
  const edit = async () => {
    if (plan?.status === 'approved') {
      const answer = await ask({ title: t.editApproved, body: t.editApprovedBody, confirm: t.edit, danger: true })
      if (!answer.yes) return
    }
    onEdit()
  }
  const giveBack = async () => {
    const answer = await ask({
      title: t.returnTitle,
      confirm: t.giveBack,
      reason: { label: t.reason, hint: t.reasonHint, missing: t.reasonMissing },
    })
    if (answer.yes && plan) await act('return', (key) => returnPlan(plan, key, answer.reason), t.returned)
  }
  return (
    <>
      {mayWrite ? (
        <Button variant={plan === null ? 'filled' : 'default'} onClick={() => void edit()}>
          {plan === null ? t.draft : t.edit}
        </Button>
      ) : null}
      {may('return') ? (
        <Button variant="default" loading={busy === 'return'} onClick={() => void giveBack()}>
          {t.giveBack}
        </Button>
      ) : null}
      {may('approve') && plan && isReady(plan) ? <Button onClick={() => setApproving(true)}>{t.approve}</Button> : null}
      {approving && plan ? <ApproveDialog plan={plan} onClose={() => setApproving(false)} /> : null}
    </>
  )
}

function Papers({ event }: { event: string }) {
  const t = useTexts(safetyTexts).act
  const { act, busy } = useAct([])
  const paper = () => act('paper', async () => saveBlob(await planPaper(event), `${t.paperName}.docx`))
  return (
    <div className="row">
      <LinkButton
        to={`/lich/${event}/an-toan/in`}
        variant="default"
        leftSection={<IconPrinter size={18} aria-hidden />}
      >
        {t.print}
      </LinkButton>
      <Button
        variant="default"
        loading={busy === 'paper'}
        leftSection={<IconDownload size={18} aria-hidden />}
        onClick={() => void paper()}
      >
        {t.paper}
      </Button>
    </div>
  )
}
