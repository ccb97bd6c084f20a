import { useQuery } from '@tanstack/react-query'
import { useCan } from '@/app/session'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { ApiProblem } from '@/lib/problem'
import { formatNumber } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Card, Facts } from '@/ui/Card'
import { DataTable } from '@/ui/DataTable'
import { ErrorState } from '@/ui/ErrorState'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { StatusTag } from '@/ui/StatusTag'
import type { SystemFinding, SystemJob, SystemState } from '@/api/types'
import { formatBytes } from './bytes'
import { systemQuery } from './queries'
import { systemTexts } from './texts'

/** What a ward without Grafana sees of its server: what to do first, then the figures. */
export default function SystemPage() {
  const t = useTexts(systemTexts)
  const can = useCan()
  const query = useQuery({ ...systemQuery, enabled: can('accounts', 'update') })
  if (!can('accounts', 'update')) return <ErrorState error={new ApiProblem(403, {})} />
  const again = (
    <Button variant="default" loading={query.isFetching} onClick={() => void query.refetch()}>
      {t.refresh}
    </Button>
  )
  const subtitle = query.data ? t.subtitle(formatInstant(query.data.now)) : undefined
  return (
    <Page title={t.title} subtitle={subtitle} actions={again}>
      <QueryView query={query}>
        {(system) => (
          <div className="stack-5">
            <Verdict system={system} />
            <ToDo findings={system.findings.filter((one) => one.state !== 'ok')} />
            <Summary system={system} />
            <Jobs jobs={system.jobs} />
            <Checked system={system} />
          </div>
        )}
      </QueryView>
    </Page>
  )
}

function Verdict({ system: { state } }: { system: SystemState }) {
  const t = useTexts(systemTexts)
  const tone = { ok: 'ok', warn: 'warn', fail: 'danger' } as const
  return (
    <Notice tone={tone[state]} title={t[state]} live>
      {state === 'ok' ? t.okBody : null}
    </Notice>
  )
}

function useCheck(check: string) {
  const t = useTexts(systemTexts)
  return (t.checks as Record<string, typeof t.other>)[check] ?? t.other
}

function Mark({ state }: { state: SystemFinding['state'] }) {
  const t = useTexts(systemTexts)
  if (state === 'ok')
    return (
      <StatusTag tone="green" icon="check">
        {t.states.ok}
      </StatusTag>
    )
  return (
    <StatusTag tone={state === 'fail' ? 'red' : 'orange'} icon={state === 'fail' ? 'alert' : 'eye'}>
      {t.states[state]}
    </StatusTag>
  )
}

function ToDo({ findings }: { findings: SystemFinding[] }) {
  const t = useTexts(systemTexts)
  if (findings.length === 0) return null
  return (
    <Card title={t.todo}>
      <ul className="stack" style={{ listStyle: 'none', padding: 0, margin: 0 }}>
        {findings.map((one) => (
          <Finding key={`${one.check}${one.message}`} finding={one} />
        ))}
      </ul>
    </Card>
  )
}

function Finding({ finding }: { finding: SystemFinding }) {
  const t = useTexts(systemTexts)
  const check = useCheck(finding.check)
  return (
    <li className="stack-2">
      <div className="row">
        <Mark state={finding.state} />
        <strong>{check.name}</strong>
      </div>
      <p>{check.bad}</p>
      <p>{check.remedy}</p>
      <details>
        <summary style={{ padding: '10px 0', cursor: 'pointer' }}>{t.detail}</summary>
        <p style={{ overflowWrap: 'anywhere' }} lang="en">
          {finding.message}
        </p>
        <p className="second">{t.seenAt(formatInstant(finding.looked_at))}</p>
      </details>
    </li>
  )
}

function Summary({ system }: { system: SystemState }) {
  const t = useTexts(systemTexts)
  const { backup, database, files, mail, webhooks } = system
  const kind = database.kind === 'sqlite' ? t.sqlite : t.postgres
  const lastBackup = backup.newest_at
    ? t.backupLast(formatInstant(backup.newest_at), formatBytes(backup.bytes ?? 0))
    : null
  const waiting = mail.oldest_at ? t.mailQueued(formatNumber(mail.queued), formatInstant(mail.oldest_at)) : t.mailNone
  const messages = webhooks.queued > 0 ? t.webhooksQueued(formatNumber(webhooks.queued)) : t.webhooksNone
  return (
    <Card title={t.facts}>
      <Facts
        items={[
          [t.backup, lastBackup ?? (backup.is_scheduled ? t.backupMissing : t.backupNone)],
          ...system.disks.map((disk): [string, string] => [
            t.disk[disk.name as keyof typeof t.disk],
            t.free(formatBytes(disk.free_bytes), formatBytes(disk.total_bytes)),
          ]),
          [
            t.mail,
            <>
              <p>{mail.is_set_up ? waiting : t.mailOff}</p>
              {mail.given_up > 0 ? <p>{t.mailGivenUp(formatNumber(mail.given_up))}</p> : null}
            </>,
          ],
          [
            t.webhooks,
            <>
              <p>{messages}</p>
              {webhooks.failing > 0 ? <p>{t.webhooksFailing(formatNumber(webhooks.failing))}</p> : null}
            </>,
          ],
          [t.database, database.bytes == null ? kind : t.sized(kind, formatBytes(database.bytes))],
          [t.files, t.filesOf(formatNumber(files.count), formatBytes(files.bytes))],
          [t.version, system.version],
          [t.started, formatInstant(system.started_at)],
          system.memory_bytes != null && [t.memory, formatBytes(system.memory_bytes)],
        ]}
      />
    </Card>
  )
}

function JobState({ job }: { job: SystemJob }) {
  const t = useTexts(systemTexts)
  if (job.failure && job.failing_since)
    return (
      <>
        <StatusTag tone="red" icon="alert">
          {t.jobFails}
        </StatusTag>
        <p className="second">{t.jobFailsSince(formatInstant(job.failing_since), job.failure)}</p>
      </>
    )
  return (
    <StatusTag tone={job.is_late ? 'orange' : 'green'} icon={job.is_late ? 'clock' : 'check'}>
      {job.is_late ? t.jobLate : t.jobOk}
    </StatusTag>
  )
}

function Jobs({ jobs }: { jobs: SystemJob[] }) {
  const t = useTexts(systemTexts)
  const name = (job: SystemJob) => (t.jobNames as Record<string, string>)[job.name] ?? job.name
  const last = (job: SystemJob) => (job.last_run_at ? formatInstant(job.last_run_at) : t.never)
  const isTroubled = jobs.some((job) => job.is_late || job.failure)
  return (
    <Card title={t.jobs}>
      <DataTable
        caption={t.jobs}
        rows={jobs}
        rowKey={(job) => job.name}
        columns={[
          { key: 'name', header: t.job, cell: name },
          { key: 'last', header: t.lastRun, cell: last },
          { key: 'state', header: t.state, cell: (job) => <JobState job={job} /> },
        ]}
        card={(job) => (
          <div className="stack-2">
            <strong>{name(job)}</strong>
            <p className="second">{last(job)}</p>
            <div>
              <JobState job={job} />
            </div>
          </div>
        )}
      />
      {isTroubled ? <p className="second">{t.jobHelp}</p> : null}
    </Card>
  )
}

function Checked({ system }: { system: SystemState }) {
  const t = useTexts(systemTexts)
  const well = system.findings.filter((one) => one.state === 'ok')
  return (
    <Card title={t.checked}>
      <div className="stack">
        <p>{system.checked_at ? t.checkedAt(formatInstant(system.checked_at)) : t.checkedNever}</p>
        <ul className="stack-2" style={{ listStyle: 'none', padding: 0, margin: 0 }}>
          {well.map((one) => (
            <Well key={one.check} check={one.check} />
          ))}
        </ul>
      </div>
    </Card>
  )
}

function Well({ check }: { check: string }) {
  const { name } = useCheck(check)
  return (
    <li className="row">
      <Mark state="ok" />
      <span>{name}</span>
    </li>
  )
}
