import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { Difference, Plan } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { useProblemText } from '@/ui/ErrorState'
import { FileDrop } from '@/ui/FileDrop'
import { Checkbox } from '@/ui/inputs'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { StatusTag } from '@/ui/StatusTag'
import { useAct } from '@/ui/useAct'
import styles from './components/plans.module.css'
import { refusalOf } from './importDraft'
import { applyDifference, compareDocument, planQuery, PLAN_TOUCHES } from './queries'
import { planTexts } from './texts'

export default function ReimportPage() {
  const { id = '' } = useParams()
  const query = useQuery({ ...planQuery(id), refetchOnWindowFocus: false })
  return (
    <QueryView query={query} skeleton={<PageSkeleton />}>
      {(plan) => <Reimport plan={plan} />}
    </QueryView>
  )
}

function Reimport({ plan }: { plan: Plan }) {
  const t = useTexts(planTexts)
  const problemText = useProblemText()
  const [difference, setDifference] = useState<Difference | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const read = async (file: File) => {
    const refusal = refusalOf(file)
    if (refusal) return setProblem(refusal === 'wrongType' ? t.upload.wrongType(file.name) : t.upload[refusal])
    setBusy(true)
    setProblem(null)
    try {
      setDifference(await compareDocument(plan.id, file))
    } catch (error) {
      setProblem(problemText(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Page title={t.diff.title} subtitle={t.diff.intro} back={{ to: `/ke-hoach/${plan.id}`, label: plan.title }}>
      {problem ? (
        <Notice tone="danger" title={t.upload.failed} live>
          {problem}
        </Notice>
      ) : null}
      {difference === null ? (
        <FileDrop
          label={t.upload.drop}
          hint={t.upload.hint}
          accept=".docx,.txt"
          busy={busy}
          busyLabel={t.upload.reading}
          onFile={(file) => void read(file)}
        />
      ) : difference.changes.length === 0 ? (
        <Card>
          <EmptyState title={t.diff.none} />
        </Card>
      ) : (
        <Changes plan={plan} difference={difference} />
      )}
    </Page>
  )
}

const looks = {
  added: { tone: 'green', icon: 'check' },
  changed: { tone: 'blue', icon: 'pencil' },
  removed: { tone: 'red', icon: 'ban' },
} as const

function shown(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(shown).join('\n')
  if (typeof value === 'object') return Object.values(value).map(shown).filter(Boolean).join(', ')
  return String(value)
}

function Changes({ plan, difference }: { plan: Plan; difference: Difference }) {
  const t = useTexts(planTexts).diff
  const navigate = useNavigate()
  const { act, busy } = useAct(PLAN_TOUCHES)
  const all = difference.changes.map((change) => change.key)
  const [accepted, setAccepted] = useState<Set<string>>(new Set())
  const toggle = (key: string) => {
    const next = new Set(accepted)
    if (!next.delete(key)) next.add(key)
    setAccepted(next)
  }
  const apply = async () => {
    const done = await act('apply', (key) => applyDifference(plan, difference.preview, [...accepted], key), t.applied)
    if (done) void navigate(`/ke-hoach/${plan.id}`)
  }
  return (
    <>
      <Checkbox
        label={t.all}
        checked={accepted.size === all.length}
        indeterminate={accepted.size > 0 && accepted.size < all.length}
        onChange={() => setAccepted(accepted.size === all.length ? new Set() : new Set(all))}
      />
      <ul className="stack" style={{ listStyle: 'none' }}>
        {difference.changes.map((change) => (
          <li key={change.key} className={styles.change}>
            <div className="stack-2">
              <div className="row-between">
                <Checkbox
                  label={<strong>{change.label}</strong>}
                  aria-label={`${t.accept}: ${change.label}`}
                  checked={accepted.has(change.key)}
                  onChange={() => toggle(change.key)}
                />
                <span className="row">
                  <span className="second">{t.kinds[change.kind]}</span>
                  <StatusTag {...looks[change.change]}>{t.changes[change.change]}</StatusTag>
                </span>
              </div>
              <div className="cols-2">
                <div>
                  <p className="small muted">{t.before}</p>
                  <p className={styles.before}>{shown(change.before) || t.nothing}</p>
                </div>
                <div>
                  <p className="small muted">{t.after}</p>
                  <p className={styles.after}>{shown(change.after) || t.nothing}</p>
                </div>
              </div>
            </div>
          </li>
        ))}
      </ul>
      <div className={styles.foot}>
        <span className="muted">{accepted.size === 0 ? t.choose : ''}</span>
        <Button disabled={accepted.size === 0} loading={busy !== null} onClick={() => void apply()}>
          {t.apply(accepted.size)}
        </Button>
      </div>
    </>
  )
}
