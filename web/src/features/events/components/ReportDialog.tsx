import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as z from 'zod/mini'
import type { BudgetLine, Event } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Textarea } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { NumberInput } from '@/ui/NumberInput'
import { PhotoButton } from '@/ui/PhotoButton'
import { toast } from '@/ui/toast'
import { uiTexts } from '@/ui/texts'
import { useHouseForm } from '@/ui/useHouseForm'
import { EVENT_TOUCHES, reportEvent, uploadFiles } from '../queries'
import { eventTexts } from '../texts'
import styles from './form.module.css'

interface Values {
  outcome: { summary: string; shortcomings: string; proposals: string }
  spent: (number | string)[]
}

/** Both sources where the budget names none: what was given may be spent without a plan. */
const linesOf = (event: Event): BudgetLine[] =>
  event.budget.length > 0
    ? event.budget
    : (['state', 'mobilised'] as const).map((source) => ({ source, planned: 0, spent: 0, note: '' }))

export function ReportDialog({ event, onClose }: { event: Event; onClose: () => void }) {
  const texts = useTexts(eventTexts)
  const t = texts.act
  const ui = useTexts(uiTexts)
  const queries = useQueryClient()
  const [files, setFiles] = useState<File[]>([])
  const lines = linesOf(event)
  const house = useHouseForm<Values>({
    initial: {
      outcome: { summary: '', shortcomings: '', proposals: '' },
      spent: lines.map((line) => line.spent || ''),
    },
    schema: z.object({
      outcome: z.object({ summary: z.string().check(z.trim(), z.minLength(1, t.reportMissing)) }),
    }),
    send: async ({ outcome, spent }, key) => {
      const budget = lines
        .map((line, at) => ({ ...line, spent: Number(spent[at] || 0) }))
        .filter((line) => event.budget.length > 0 || line.spent > 0)
      const attachment_ids = await uploadFiles(files, key)
      await reportEvent(event, key, { outcome, budget, attachment_ids })
      for (const queryKey of EVENT_TOUCHES) void queries.invalidateQueries({ queryKey })
      toast.ok(t.reported)
      onClose()
    },
  })
  const text = (name: keyof Values['outcome'], hint?: string) => (
    <Textarea
      label={texts.one[name]}
      description={hint}
      autosize
      minRows={2}
      maxRows={12}
      maxLength={8000}
      {...house.part(`outcome.${name}`)}
    />
  )
  return (
    <Modal opened onClose={onClose} title={t.reportTitle} size="lg">
      <form className="stack" onSubmit={(sent) => void house.onSubmit(sent)} noValidate>
        {house.summary}
        {text('summary', t.reportSummaryHint)}
        {text('shortcomings')}
        {text('proposals')}
        <fieldset className={styles.group}>
          <legend className={styles.legend}>{t.reportSpent}</legend>
          <div className="cols-2">
            {lines.map((line, at) => (
              <NumberInput
                // The lines of a budget have no key; their order stays while the dialog is open.
                key={at}
                label={[texts.one[line.source], line.note].filter(Boolean).join(': ')}
                min={0}
                allowDecimal={false}
                thousandSeparator="."
                decimalSeparator=","
                {...house.part(`spent.${at}`)}
              />
            ))}
          </div>
        </fieldset>
        <PhotoButton files={files} onChange={setFiles} documents />
        {files.length > 0 ? <p className="small muted">{ui.photo.stripped}</p> : null}
        <div className="row">
          <Button type="submit" loading={house.busy}>
            {t.reportSend}
          </Button>
          <Button variant="default" onClick={onClose}>
            {ui.cancel}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
