import { useQuery } from '@tanstack/react-query'
import { IconFileUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { useSession } from '@/app/session'
import { formatRange, formatWhen } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { keepTogether } from '@/lib/text'
import { keepDraft, readDraft } from '@/lib/useDraft'
import { Button, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { EmptyState } from '@/ui/EmptyState'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PlanTag } from '@/ui/tags'
import { toast } from '@/ui/toast'
import styles from './components/plans.module.css'
import { importDraftKey, type ImportDraft } from './importDraft'
import { plansQuery } from './queries'
import { planTexts } from './texts'

export default function PlansPage() {
  const t = useTexts(planTexts)
  const { can, me } = useSession()
  const query = useQuery(plansQuery)
  const create = can('plans', 'create')
  const key = importDraftKey(me.user.id)
  const [draft, setDraft] = useState(() => (create ? readDraft<ImportDraft>(key) : null))
  const drop = async () => {
    const t_ = t.unfinished
    if (!(await ask({ title: t_.dropTitle, body: t_.dropBody, confirm: t_.drop, danger: true })).yes) return
    const old = draft
    keepDraft(key, null)
    setDraft(null)
    toast.ok(t_.dropped, {
      label: t_.undo,
      run: () => {
        keepDraft(key, old)
        setDraft(old)
      },
    })
  }
  return (
    <Page
      title={t.title}
      actions={
        create ? (
          <>
            <LinkButton to="/ke-hoach/moi" variant="default">
              {t.create}
            </LinkButton>
            <LinkButton to="/ke-hoach/nhap" leftSection={<IconFileUpload size={20} aria-hidden />} data-create>
              {t.import}
            </LinkButton>
          </>
        ) : undefined
      }
    >
      {draft ? (
        <Notice
          title={t.unfinished.title}
          actions={
            <>
              <LinkButton to="/ke-hoach/nhap">{t.unfinished.go}</LinkButton>
              <Button variant="default" onClick={() => void drop()}>
                {t.unfinished.drop}
              </Button>
            </>
          }
        >
          {t.unfinished.body(draft.fileName, formatWhen(new Date(draft.at).toISOString()))}
        </Notice>
      ) : null}
      <QueryView query={query}>
        {(page) =>
          page.items.length === 0 ? (
            <Card>
              <EmptyState
                title={t.empty}
                action={create ? <LinkButton to="/ke-hoach/nhap">{t.import}</LinkButton> : undefined}
              >
                {create ? t.emptyOfficer : t.emptyOther}
              </EmptyState>
            </Card>
          ) : (
            <ul className={styles.plans}>
              {page.items
                .toSorted((a, b) => b.year - a.year || (a.created_at < b.created_at ? 1 : -1))
                .map((plan) => (
                  <li key={plan.id}>
                    <Link to={`/ke-hoach/${plan.id}`} className={styles.plan}>
                      <span className="row-between">
                        <span className={styles.year}>{t.year(plan.year)}</span>
                        <PlanTag status={plan.status} />
                      </span>
                      <strong className={styles.planTitle}>{plan.title}</strong>
                      <span className={styles.theme}>“{keepTogether(plan.theme)}”</span>
                      <span className="second">
                        {[plan.number, formatRange(plan.starts_on, plan.ends_on), t.tasks(plan.task_count)]
                          .filter(Boolean)
                          .join(' · ')}
                      </span>
                    </Link>
                  </li>
                ))}
            </ul>
          )
        }
      </QueryView>
    </Page>
  )
}
