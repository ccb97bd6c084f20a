import { useQuery } from '@tanstack/react-query'
import { IconBolt, IconPlus } from '@tabler/icons-react'
import { useSearchParams } from 'react-router'
import type { PlanRow } from '@/api/types'
import { planChoicesQuery } from '@/api/queries'
import { useCan } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import { Button, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { ErrorState } from '@/ui/ErrorState'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { Select } from '@/ui/Select'
import { Tabs } from '@/ui/Tabs'
import { OwnDue } from './components/OwnDue'
import { ReportList } from './components/ReportList'
import { UnitsDue } from './components/UnitsDue'
import { planOf, UNIT_KINDS, WARD_KINDS } from './filters'
import { reportTexts } from './texts'
import { useBegin } from './useBegin'
import { useReach } from './useReach'

/** Reports: the ward's and who of the units has handed in; a unit's own; above, what wards have sent. */
export default function ReportsPage() {
  const t = useTexts(reportTexts)
  const { side } = useReach()
  const can = useCan()
  const plans = useQuery({ ...planChoicesQuery, enabled: side !== 'above' })
  if (!can('reports', 'read')) return <ErrorState error={new ApiProblem(403, {})} />
  if (side === 'above') {
    return (
      <Page title={t.title} subtitle={t.intro.above}>
        <ReportList kinds={WARD_KINDS} caption={t.title} empty={t.list.emptyAbove} emptyBody={t.list.emptyAboveBody} />
      </Page>
    )
  }
  return <QueryView query={plans}>{(all) => (side === 'ward' ? <Ward plans={all} /> : <Unit plans={all} />)}</QueryView>
}

function Ward({ plans }: { plans: PlanRow[] }) {
  const t = useTexts(reportTexts)
  const { canWrite } = useReach()
  const [params] = useSearchParams()
  const { begin, busy } = useBegin()
  const plan = planOf(params, plans)
  const tab = params.get('muc') === 'don-vi' ? 'don-vi' : 'phuong'
  const write =
    plan && canWrite ? (
      <>
        <Button
          variant="default"
          leftSection={<IconBolt size={20} aria-hidden />}
          loading={busy === 'ward_flash'}
          onClick={() => void begin({ kind: 'ward_flash', plan_id: plan.id })}
        >
          {t.begin.ward_flash}
        </Button>
        <Button
          leftSection={<IconPlus size={20} aria-hidden />}
          loading={busy === 'ward_final'}
          onClick={() => void begin({ kind: 'ward_final', plan_id: plan.id })}
          data-create
        >
          {t.begin.ward_final}
        </Button>
      </>
    ) : null
  return (
    <Page title={t.title} subtitle={t.intro.ward} actions={write}>
      <PlanChooser plans={plans} plan={plan} />
      <Tabs
        label={t.tabs.label}
        param="muc"
        current={tab}
        items={[
          { key: 'phuong', label: t.tabs.ward },
          { key: 'don-vi', label: t.tabs.units },
        ]}
      />
      {plan === null ? (
        <NoPlan />
      ) : tab === 'don-vi' ? (
        <>
          <UnitsDue plan={plan} />
          <h2>{t.list.units}</h2>
          <ReportList key="units" kinds={UNIT_KINDS} caption={t.list.units} empty={t.list.emptyUnits} byUnit />
        </>
      ) : (
        <ReportList
          key="ward"
          kinds={WARD_KINDS}
          caption={t.tabs.ward}
          empty={t.list.emptyWard}
          emptyBody={t.list.emptyWardBody}
        />
      )}
    </Page>
  )
}

function Unit({ plans }: { plans: PlanRow[] }) {
  const t = useTexts(reportTexts)
  const [params] = useSearchParams()
  const plan = planOf(params, plans)
  return (
    <Page title={t.title} subtitle={t.intro.unit}>
      <PlanChooser plans={plans} plan={plan} />
      {plan === null ? (
        <NoPlan />
      ) : (
        <>
          <div className="cols-2">
            <OwnDue plan={plan} kind="unit_week" />
            <OwnDue plan={plan} kind="unit_final" />
          </div>
          <h2>{t.list.own}</h2>
          <ReportList
            kinds={UNIT_KINDS}
            caption={t.list.own}
            empty={t.list.emptyUnit}
            emptyBody={t.list.emptyUnitBody}
          />
        </>
      )}
    </Page>
  )
}

function NoPlan() {
  const t = useTexts(reportTexts).begin
  return (
    <Card>
      <EmptyState title={t.noPlan} action={<LinkButton to="/ke-hoach">{t.toPlans}</LinkButton>} />
    </Card>
  )
}

/** Only where there is a choice. */
function PlanChooser({ plans, plan }: { plans: PlanRow[]; plan: PlanRow | null }) {
  const t = useTexts(reportTexts)
  const [params, setParams] = useSearchParams()
  const known = plans.filter((one) => one.status !== 'draft')
  if (known.length < 2) return null
  return (
    <div className="filters no-print">
      <Select
        className="wide"
        label={t.plan}
        allowDeselect={false}
        value={plan?.id ?? null}
        onChange={(value) => {
          const next = new URLSearchParams(params)
          if (value) next.set('ke-hoach', value)
          next.delete('ngay')
          setParams(next, { replace: true })
        }}
        data={known.map((one) => ({ value: one.id, label: `${one.title} (${one.year})` }))}
      />
    </div>
  )
}
