import { useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import type { ReportTerms, Ward } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { ApiProblem, isProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Textarea, TextInput } from '@/ui/inputs'
import { NumberInput } from '@/ui/NumberInput'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { saveReportTerms, wardQuery } from './queries'
import { settingsTexts } from './texts'

/** The API's shape, so that what it refuses stands at its field; the recipients are typed as lines. */
interface Values {
  settings: { reports: Omit<ReportTerms, 'recipients'> & { recipients: string } }
}

/** To whom the ward reports, and by when. */
export function ReportSettings({ ward }: { ward: Ward }) {
  const t = useTexts(settingsTexts)
  const queries = useQueryClient()
  const terms = ward.settings.reports!
  const whole = z.number(t.number)
  const house = useHouseForm<Values>({
    initial: { settings: { reports: { ...terms, recipients: terms.recipients.join('\n') } } },
    schema: z.object({
      settings: z.object({
        reports: z.object({ due_day: whole, due_month: whole, unit_days: whole, suppress_below: whole }),
      }),
    }),
    send: async ({ settings }): Promise<void> => {
      const { recipients, ...rest } = settings.reports
      const lines = recipients.split('\n').map((line) => line.trim())
      try {
        const saved = await saveReportTerms(ward.id, ward.version, { ...rest, recipients: lines.filter(Boolean) })
        queries.setQueryData(wardQuery(ward.id).queryKey, saved)
        toast.ok(t.saved)
      } catch (error) {
        if (isProblem(error, 412)) throw new ApiProblem(412, { detail: t.stale })
        throw error
      }
    },
  })
  const number = { min: 0, allowDecimal: false, allowNegative: false }
  const path = 'settings.reports'
  return (
    <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
      {house.summary}
      <Card title={t.reports}>
        <div className="stack">
          <p className="second">{t.reportsIntro}</p>
          <TextInput
            label={t.addressee}
            description={t.addresseeHint}
            maxLength={300}
            {...house.part(`${path}.addressee`)}
          />
          <Textarea
            label={t.recipients}
            description={t.recipientsHint}
            autosize
            minRows={3}
            {...house.part(`${path}.recipients`)}
          />
          <h3>{t.due}</h3>
          <p className="second">{t.dueHint}</p>
          <div className="cols-2">
            <NumberInput label={t.due_day} {...number} {...house.part(`${path}.due_day`)} />
            <NumberInput label={t.due_month} {...number} {...house.part(`${path}.due_month`)} />
          </div>
          <div className="cols-2">
            <NumberInput label={t.unit_days} {...number} {...house.part(`${path}.unit_days`)} />
            <NumberInput
              label={t.suppress_below}
              description={t.suppressHint}
              {...number}
              {...house.part(`${path}.suppress_below`)}
            />
          </div>
        </div>
      </Card>
      <div>
        <Button type="submit" loading={house.busy}>
          {t.saveReports}
        </Button>
      </div>
    </form>
  )
}
