import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { SafetyPlan } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { isProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Textarea } from '@/ui/inputs'
import { StaleCompare } from '@/ui/StaleCompare'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { useLeaveGuard } from '@/ui/useLeaveGuard'
import { cleaned, contentOf, differences, isSame, merged, type Content } from '../content'
import { draftPlan, patchPlan, SAFETY_TOUCHES, type Safety } from '../queries'
import { safetyTexts } from '../texts'
import { Checklist } from './Checklist'
import { NOBODY, OfficerFields } from './OfficerFields'
import { RiskFields } from './RiskFields'
import styles from './safety.module.css'

interface Props {
  safety: Safety
  onDone: () => void
  /** Without one there is nothing to go back to. */
  onCancel?: () => void
}

export function PlanForm({ safety: { template, plan }, onDone, onCancel }: Props) {
  const t = useTexts(safetyTexts)
  const queries = useQueryClient()
  const event = template.event.id
  // What the form began with; moves on when a newer version is merged in.
  const [base, setBase] = useState(() => ({ version: plan?.version ?? null, content: contentOf(template, plan) }))
  // The send that follows a merge runs in the same tick and must see the new version.
  const sendFrom = useRef(base)
  const [newer, setNewer] = useState<SafetyPlan | null>(null)
  const save = (version: number | null, key: string, body: Content) =>
    version !== null && plan?.allowed_actions.includes('edit')
      ? patchPlan(event, version, body)
      : draftPlan(event, version, key, body)
  const house = useHouseForm<Content>({
    initial: withOfficer(base.content),
    send: async (values, key) => {
      try {
        await save(sendFrom.current.version, key, cleaned(values))
      } catch (error) {
        if (isProblem(error, 412) && error.current) return setNewer(error.current as SafetyPlan)
        throw error
      }
      release()
      await Promise.all(SAFETY_TOUCHES.map((queryKey) => queries.invalidateQueries({ queryKey })))
      toast.ok(t.act.saved)
      onDone()
    },
  })
  const release = useLeaveGuard(!isSame(base.content, house.values))
  const { items, risks, officers } = house.values
  return (
    <form className="stack" onSubmit={(submitted) => void house.onSubmit(submitted)} noValidate>
      {house.summary}
      <Checklist
        topics={template.topics}
        items={items}
        onChange={(at, item) => house.form.setValues((now) => ({ items: now.items?.with(at, item) }))}
      />
      <RiskFields risks={risks} part={house.part} onChange={(next) => house.form.setFieldValue('risks', next)} />
      <OfficerFields
        officers={officers}
        part={house.part}
        onChange={(next) => house.form.setFieldValue('officers', next)}
      />
      <Card title={t.form.command}>
        <Textarea
          label={t.form.note}
          description={t.form.commandHint}
          autosize
          minRows={3}
          maxLength={2000}
          {...house.field('note')}
        />
      </Card>
      <div className={styles.bar}>
        <Button type="submit" loading={house.busy}>
          {t.act.save}
        </Button>
        {onCancel ? (
          <Button variant="default" onClick={onCancel}>
            {t.act.leave}
          </Button>
        ) : null}
      </div>
      {newer ? (
        <StaleCompare
          differences={differences(base.content, cleaned(house.values), contentOf(template, newer), t)}
          onCancel={() => setNewer(null)}
          onResolve={(keepMine) => {
            const theirs = contentOf(template, newer)
            const next = merged(base.content, cleaned(house.values), theirs, keepMine)
            sendFrom.current = { version: newer.version, content: theirs }
            setBase(sendFrom.current)
            house.form.setValues(next)
            setNewer(null)
            // The values land in the form's state first.
            setTimeout(() => void house.onSubmit(), 0)
          }}
        />
      ) : null}
    </form>
  )
}

/** A first line stands open: nobody should have to look for the button. */
const withOfficer = (content: Content): Content =>
  content.officers.length > 0 ? content : { ...content, officers: [NOBODY] }
