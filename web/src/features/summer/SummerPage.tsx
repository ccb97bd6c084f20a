import { useQuery } from '@tanstack/react-query'
import { IconPrinter } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { Handover } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { Button, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { Select } from '@/ui/Select'
import { PlaceSelect } from '@/ui/UnitSelect'
import { attendanceTexts } from './attendanceTexts'
import { STATES } from './board'
import { GroupsCard } from './components/GroupsCard'
import { HandoverLines } from './components/HandoverLines'
import { HandoverMatrix } from './components/HandoverMatrix'
import { PrepareDialog } from './components/PrepareDialog'
import { WholeSessionsCard } from './components/WholeSessionsCard'
import { handoversQuery } from './queries'
import { summerTexts } from './texts'

/** One board, three looks: the school's lists, what a neighborhood has to receive, the whole ward. */
export default function SummerPage() {
  const t = useTexts(summerTexts)
  const { me, can, today } = useSession()
  const [params, setParams] = useSearchParams()
  const [preparing, setPreparing] = useState(false)
  const thisYear = Number(today.slice(0, 4))
  const year = Number(params.get('nam')) || thisYear
  const filters = useMemo(
    () => ({
      year,
      school_id: params.get('truong') || undefined,
      neighborhood_id: params.get('khu-pho') || undefined,
      status: params.get('trang-thai') || undefined,
    }),
    [params, year],
  )
  const query = useQuery(handoversQuery(filters))
  const { role } = me.user
  const filtered = Boolean(filters.school_id || filters.neighborhood_id || filters.status)
  const set = (name: string, value: string | null) =>
    setParams(
      (old) => {
        const next = new URLSearchParams(old)
        if (value) next.set(name, value)
        else next.delete(name)
        return next
      },
      { replace: true },
    )
  const prepare = can('summer', 'create') ? (
    <Button onClick={() => setPreparing(true)}>{t.prepare.button(year)}</Button>
  ) : null
  return (
    <Page
      title={t.title}
      subtitle={t.intro}
      actions={
        <>
          <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
            {t.print}
          </Button>
          {can('summer', 'update') && role !== 'school' ? (
            <LinkButton to="/diem-danh" variant={role === 'neighborhood' ? 'filled' : 'default'}>
              <AttendanceWord />
            </LinkButton>
          ) : null}
          {can('summer', 'create') && can('children', 'create') ? (
            <LinkButton to={`/sinh-hoat-he/danh-sach?nam=${year}`} variant="default">
              {t.prepare.fromList}
            </LinkButton>
          ) : null}
          {prepare}
        </>
      }
    >
      <div className="filters no-print">
        <Select
          label={t.year}
          allowDeselect={false}
          value={String(year)}
          onChange={(value) => set('nam', value === String(thisYear) ? null : value)}
          data={[1, 0, -1, -2, -3].map((step) => String(thisYear + step))}
        />
        {role === 'school' ? null : (
          <PlaceSelect
            kind="school"
            label={t.school}
            placeholder={t.all}
            clearable
            value={filters.school_id ?? null}
            onChange={(value) => set('truong', value)}
          />
        )}
        {role === 'neighborhood' ? null : (
          <PlaceSelect
            kind="neighborhood"
            label={t.neighborhood}
            placeholder={t.all}
            clearable
            value={filters.neighborhood_id ?? null}
            onChange={(value) => set('khu-pho', value)}
          />
        )}
        <Select
          label={t.status}
          placeholder={t.all}
          clearable
          value={filters.status ?? null}
          onChange={(value) => set('trang-thai', value)}
          data={STATES.map((value) => ({ value, label: t.state[value] }))}
        />
      </div>
      <QueryView query={query}>
        {(handovers) =>
          handovers.length === 0 ? (
            <Card>
              {filtered ? (
                <EmptyState
                  title={t.board.noMatch}
                  action={
                    <Button variant="light" onClick={() => setParams({ nam: String(year) }, { replace: true })}>
                      {t.clear}
                    </Button>
                  }
                />
              ) : (
                <EmptyState title={t.board.none}>
                  {role === 'school' ? t.board.noneSchool : t.board.noneOther}
                </EmptyState>
              )}
            </Card>
          ) : (
            <Board handovers={handovers} />
          )
        }
      </QueryView>
      {role === 'school' ? null : (
        <div className="no-print stack">
          <WholeSessionsCard year={year} neighborhood={filters.neighborhood_id} />
          <GroupsCard year={year} neighborhood={filters.neighborhood_id} />
        </div>
      )}
      {preparing ? <PrepareDialog year={year} onClose={() => setPreparing(false)} /> : null}
    </Page>
  )
}

function AttendanceWord() {
  return useTexts(attendanceTexts).title
}

function Board({ handovers }: { handovers: Handover[] }) {
  const t = useTexts(summerTexts).board
  const { me } = useSession()
  const waiting = handovers.filter((one) => one.status === 'handed_over')
  const odd = handovers.filter((one) => one.differences_count > 0)
  if (me.user.role === 'school') {
    return (
      <Card title={t.mine} flush>
        <HandoverLines handovers={handovers} />
      </Card>
    )
  }
  if (me.user.role === 'neighborhood') {
    const others = handovers.filter((one) => one.status !== 'handed_over')
    return (
      <>
        <Card title={t.waiting} flush>
          {waiting.length === 0 ? <EmptyState>{t.waitingNone}</EmptyState> : <HandoverLines handovers={waiting} />}
        </Card>
        {others.length > 0 ? (
          <Card title={t.others} flush>
            <HandoverLines handovers={others} />
          </Card>
        ) : null}
      </>
    )
  }
  return (
    <>
      <Card title={t.matrix} flush>
        <HandoverMatrix handovers={handovers} />
      </Card>
      {odd.length > 0 ? (
        <Card title={t.settle} flush>
          <p className="second" style={{ padding: '0 16px 12px' }}>
            {t.settleBody}
          </p>
          <HandoverLines handovers={odd} />
        </Card>
      ) : null}
    </>
  )
}
