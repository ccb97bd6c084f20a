import * as z from 'zod/mini'
import { useState } from 'react'
import type { Figure, NumberChange, Report } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { Button } from '@/ui/Button'
import { useProblemText } from '@/ui/ErrorState'
import { Textarea } from '@/ui/inputs'
import { Sheet } from '@/ui/Modal'
import { NumberInput } from '@/ui/NumberInput'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { reportTexts } from '../texts'
import type { Writing } from '../useWriting'

interface Values {
  value: number | ''
  previous: number | ''
  note: string
}

/** What of a number a person may have written, as one text to compare versions by. */
const written = (code: string) => (report: Report) => {
  const figure = report.indicators.find((one) => one.code === code)
  return figure ? [figure.is_manual ? figure.value : '', figure.note].join(' – ') : ''
}

const orNull = (value: number | '') => (value === '' ? null : value)

/** A number by hand needs to say where it comes from; the counted one can be taken back at any time. */
export function NumberDialog({ figure, writing, onClose }: { figure: Figure; writing: Writing; onClose: () => void }) {
  const t = useTexts(reportTexts).write
  const problemText = useProblemText()
  const [resetting, setResetting] = useState(false)
  const save = (change: Omit<NumberChange, 'code'>, mine: string, done: string) =>
    writing.save({
      label: figure.label,
      body: { numbers: [{ code: figure.code, ...change }] },
      base: [figure.is_manual ? figure.value : '', figure.note].join(' – '),
      mine,
      of: written(figure.code),
      done,
    })
  const house = useHouseForm<Values>({
    initial: {
      value: figure.is_manual ? (figure.value ?? '') : '',
      previous: figure.previous ?? '',
      note: figure.note,
    },
    schema: z.object({
      value: z.union([z.literal(''), z.number(t.valueMissing)], t.valueMissing),
      note: z.string().check(z.refine((text) => text.trim() !== '', t.noteMissing)),
    }),
    send: async ({ value, previous, note }): Promise<void> => {
      if (value === '' && previous === '') {
        house.form.setFieldError('value', t.valueMissing)
        return
      }
      const change = { value: orNull(value), previous: orNull(previous), note: note.trim(), reset: false }
      if (await save(change, [value, note.trim()].join(' – '), t.saved)) onClose()
    },
  })
  const reset = async () => {
    setResetting(true)
    try {
      if (await save({ note: '', reset: true }, ' – ', t.resetDone)) onClose()
    } catch (error) {
      toast.error(problemText(error))
    } finally {
      setResetting(false)
    }
  }
  const whole = { min: 0, allowDecimal: false, allowNegative: false, thousandSeparator: '.', decimalSeparator: ',' }
  return (
    <Sheet opened onClose={onClose} title={figure.label}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        {house.summary}
        <NumberInput
          label={`${t.value} (${figure.measure})`}
          description={figure.computed === null ? t.valueNone : t.valueHint(formatNumber(figure.computed))}
          data-autofocus
          {...whole}
          {...house.field('value')}
        />
        <Textarea
          label={t.note}
          description={t.noteHint}
          autosize
          minRows={2}
          maxLength={500}
          {...house.field('note')}
        />
        <NumberInput
          label={`${t.previous} (${figure.measure})`}
          description={t.previousHint}
          {...whole}
          {...house.field('previous')}
        />
        <div className="row">
          <Button type="submit" loading={house.busy}>
            {t.save}
          </Button>
          {figure.is_manual || figure.note ? (
            <Button variant="default" loading={resetting} onClick={() => void reset()}>
              {figure.computed === null ? t.resetNone : t.reset}
            </Button>
          ) : null}
          <Button variant="subtle" onClick={onClose}>
            {t.cancel}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
