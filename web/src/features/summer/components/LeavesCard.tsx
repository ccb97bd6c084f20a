import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as z from 'zod/mini'
import type { SummerGroupDetail, SummerLeave } from '@/api/types'
import { formatRange } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { DateField } from '@/ui/DateField'
import { EmptyState } from '@/ui/EmptyState'
import { TextInput } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { QueryView } from '@/ui/QueryView'
import { Select } from '@/ui/Select'
import { toast } from '@/ui/toast'
import { useAct } from '@/ui/useAct'
import { useHouseForm } from '@/ui/useHouseForm'
import { cancelLeave, createLeave, leavesQuery, SUMMER_TOUCHES } from '../queries'
import { summerTexts } from '../texts'
import styles from './summer.module.css'

export function LeavesCard({ group, open }: { group: SummerGroupDetail; open: boolean }) {
  const texts = useTexts(summerTexts)
  const t = texts.leave
  const query = useQuery(leavesQuery(group.neighborhood_id))
  const { act } = useAct(SUMMER_TOUCHES)
  const [adding, setAdding] = useState(false)
  const members = new Set(group.members.map((one) => one.child_id))
  const cancel = async (leave: SummerLeave) => {
    const reason = { label: texts.act.reason, missing: texts.act.reasonMissing }
    const answer = await ask({ title: t.cancelTitle, confirm: t.cancel, danger: true, reason })
    if (answer.yes) await act('cancel', (key) => cancelLeave(leave, key, answer.reason), t.cancelled)
  }
  const add = open ? (
    <Button className="no-print" size="sm" variant="light" onClick={() => setAdding(true)}>
      {t.add}
    </Button>
  ) : null
  return (
    <Card title={t.title} aside={add} flush>
      <QueryView query={query}>
        {(leaves) => {
          const own = leaves.filter((one) => members.has(one.child_id))
          if (own.length === 0) return <EmptyState>{t.none}</EmptyState>
          return (
            <ul className={styles.list}>
              {own.map((leave) => (
                <li key={leave.id} className={styles.line}>
                  <span className={styles.what}>
                    <strong>{leave.full_name}</strong>
                    <br />
                    <span className="second">
                      <span className="num">{formatRange(leave.from_date, leave.to_date)}</span> · {leave.reason}
                      {leave.asked_by ? ` · ${leave.asked_by}` : ''}
                    </span>
                  </span>
                  {open ? (
                    <Button size="sm" variant="default" className="no-print" onClick={() => void cancel(leave)}>
                      {t.cancel}
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          )
        }}
      </QueryView>
      {adding ? <LeaveDialog group={group} onClose={() => setAdding(false)} /> : null}
    </Card>
  )
}

interface Values {
  child_id: string | null
  from_date: string | null
  to_date: string | null
  reason: string
  asked_by: string
}

function LeaveDialog({ group, onClose }: { group: SummerGroupDetail; onClose: () => void }) {
  const t = useTexts(summerTexts).leave
  const queries = useQueryClient()
  const house = useHouseForm<Values>({
    initial: { child_id: null, from_date: null, to_date: null, reason: '', asked_by: '' },
    schema: z.object({
      child_id: z.string(t.whoMissing),
      from_date: z.string(t.dateMissing),
      to_date: z.string(t.dateMissing),
      reason: z.string().check(z.trim(), z.minLength(1, t.reasonMissing)),
    }),
    send: async ({ child_id, from_date, to_date, reason, asked_by }, key) => {
      const body = { child_id: child_id!, from_date: from_date!, to_date: to_date! }
      await createLeave({ ...body, reason: nfc(reason), asked_by: nfc(asked_by) }, key)
      for (const queryKey of SUMMER_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(t.made)
      onClose()
    },
  })
  return (
    <Modal opened onClose={onClose} title={t.add}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        {house.summary}
        <Select
          label={t.who}
          searchable
          data={group.members.map((one) => ({ value: one.child_id, label: `${one.full_name} (${one.birth_year})` }))}
          {...house.field('child_id')}
        />
        <div className="cols-2">
          <DateField label={t.from} {...house.field('from_date')} />
          <DateField label={t.to} {...house.field('to_date')} />
        </div>
        <TextInput label={t.reason} maxLength={300} {...house.field('reason')} />
        <TextInput label={t.asked} maxLength={150} {...house.field('asked_by')} />
        <div>
          <Button type="submit" loading={house.busy}>
            {t.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
