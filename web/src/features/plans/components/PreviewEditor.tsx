import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Preview } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { newId } from '@/lib/ids'
import { isProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { ask } from '@/ui/ConfirmDialog'
import { useProblemText } from '@/ui/ErrorState'
import { FormErrors, type FormProblem } from '@/ui/FormErrors'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { toast } from '@/ui/toast'
import { addTask, changeTask, findPlace, missingOf, removeTask, restoreTask, sureness } from '../preview'
import { createPlan, PLAN_TOUCHES } from '../queries'
import { planTexts } from '../texts'
import styles from './plans.module.css'
import { PreviewPlan } from './PreviewPlan'
import { PreviewSections } from './PreviewSections'

interface PreviewEditorProps {
  fileName: string
  preview: Preview
  onChange: (update: (preview: Preview) => Preview) => void
  onLeave: () => void
}

/** The original on the left, what was read on the right, everything correctable, nothing published. */
export function PreviewEditor({ fileName, preview, onChange, onLeave }: PreviewEditorProps) {
  const t = useTexts(planTexts)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const problemText = useProblemText()
  const key = useRef(newId())
  const [problems, setProblems] = useState<FormProblem[]>([])
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const doubtful = useMemo(
    () => preview.tasks.filter((task) => sureness(task) === 'look' || missingOf(task).length > 0),
    [preview.tasks],
  )
  const seen = useRef(-1)

  const goTo = (id: string) => {
    const place = document.getElementById(id)
    const folded = place?.closest('details')
    if (folded) folded.open = true
    place?.scrollIntoView({ block: 'center' })
    place?.classList.add(styles.flash!)
    setTimeout(() => place?.classList.remove(styles.flash!), 2_000)
  }
  const refuse = (next: FormProblem[]) => {
    setProblems(next)
    setAttempt((n) => n + 1)
  }
  const save = async () => {
    const found: FormProblem[] = preview.tasks.flatMap((task) =>
      missingOf(task).map((what) => ({
        fieldId: `task-${task.key}`,
        message: t.preview.missingIn(task.title, t.preview.missing[what]),
      })),
    )
    if (!preview.starts_on || !preview.ends_on) found.push({ fieldId: 'preview-plan', message: t.details.missingStart })
    if (!preview.title.trim()) found.push({ fieldId: 'preview-plan', message: t.details.missingTitle })
    if (found.length > 0) return refuse(found)
    setBusy(true)
    try {
      const plan = await createPlan(preview, key.current)
      for (const queryKey of PLAN_TOUCHES) void queries.invalidateQueries({ queryKey })
      onLeave()
      toast.ok(t.preview.created)
      void navigate(`/ke-hoach/${plan.id}`, { replace: true })
    } catch (error) {
      if (isProblem(error)) key.current = newId()
      const fields = isProblem(error) ? error.errors : []
      refuse(
        fields.length > 0
          ? fields.map((f) => ({ fieldId: taskOfField(preview, f.field), message: f.message }))
          : [{ fieldId: null, message: problemText(error) }],
      )
    } finally {
      setBusy(false)
    }
  }
  const remove = (taskKey: string) => {
    const index = preview.tasks.findIndex((task) => task.key === taskKey)
    const task = preview.tasks[index]
    if (!task) return
    onChange((old) => removeTask(old, taskKey))
    toast.ok(t.preview.removed, { label: t.preview.undo, run: () => onChange((old) => restoreTask(old, task, index)) })
  }
  const another = async () => {
    const u = t.unfinished
    if ((await ask({ title: u.dropTitle, body: u.dropBody, confirm: u.drop, danger: true })).yes) onLeave()
  }
  return (
    <Page
      title={t.preview.title}
      subtitle={`${t.preview.subtitle(fileName)} · ${t.preview.saved}`}
      back={{ to: '/ke-hoach', label: t.back }}
      actions={
        <Button variant="default" onClick={() => void another()}>
          {t.preview.other}
        </Button>
      }
    >
      <FormErrors problems={problems} attempt={attempt} />
      {preview.warnings.length > 0 ? (
        <Notice tone="warn" title={t.preview.warnings(preview.warnings.length)}>
          <ul style={{ listStyle: 'none' }}>
            {preview.warnings.map((warning, index) => {
              const place = findPlace(preview.sections, warning.source)
              return (
                <li key={`${index}${warning.code}`} className={styles.warning}>
                  <span>{warning.message}</span>
                  {place ? (
                    <Button size="sm" variant="subtle" px={0} onClick={() => goTo(place)}>
                      {t.preview.see}
                    </Button>
                  ) : null}
                </li>
              )
            })}
          </ul>
        </Notice>
      ) : null}
      {preview.tasks.length === 0 ? <Notice tone="warn">{t.preview.noTasksAtAll}</Notice> : null}
      <div id="preview-plan" tabIndex={-1} data-quiet-focus>
        <PreviewPlan preview={preview} onChange={onChange} />
      </div>
      <PreviewSections
        preview={preview}
        onTask={(taskKey, change) => onChange((old) => changeTask(old, taskKey, change))}
        onRemove={remove}
        onAdd={(sectionKey, source) => {
          const added = newId()
          onChange((old) => addTask(old, added, sectionKey, source))
          setTimeout(() => goTo(`task-${added}`), 50)
        }}
      />
      <div className={styles.foot}>
        <span className="row">
          <strong>{t.preview.summary(preview.tasks.length, doubtful.length)}</strong>
          {doubtful.length > 0 ? (
            <Button
              size="sm"
              variant="subtle"
              onClick={() => {
                seen.current = (seen.current + 1) % doubtful.length
                goTo(`task-${doubtful[seen.current]!.key}`)
              }}
            >
              {t.preview.next}
            </Button>
          ) : null}
        </span>
        <Button loading={busy} onClick={() => void save()}>
          {t.preview.save}
        </Button>
      </div>
    </Page>
  )
}

/** `tasks[3].due_on` → the card of that task. */
function taskOfField(preview: Preview, field: string): string | null {
  const index = /^tasks[[.](\d+)/.exec(field)?.[1]
  const task = index === undefined ? undefined : preview.tasks[Number(index)]
  return task ? `task-${task.key}` : 'preview-plan'
}
