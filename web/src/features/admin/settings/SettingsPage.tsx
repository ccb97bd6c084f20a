import { useQuery, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import type { EventTerms, Ward } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { ApiProblem, isProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ErrorState } from '@/ui/ErrorState'
import { Checkbox } from '@/ui/inputs'
import { NumberInput } from '@/ui/NumberInput'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { saveEventTerms, wardQuery } from './queries'
import { NameSettings } from './NameSettings'
import { ReportSettings } from './ReportSettings'
import { settingsTexts } from './texts'

/** What the ward decides for itself: what it asks of events, to whom and by when it reports. */
export default function SettingsPage() {
  const t = useTexts(settingsTexts)
  const { me, can } = useSession()
  const query = useQuery({ ...wardQuery(me.ward?.id ?? ''), refetchOnWindowFocus: false, refetchOnReconnect: false })
  if (!can('wards', 'update') || !me.ward) return <ErrorState error={new ApiProblem(403, {})} />
  return (
    <Page title={t.title} narrow>
      <QueryView query={query}>
        {(ward) => (
          <div className="stack-5">
            <NameSettings key={`name${ward.id}`} ward={ward} />
            <EventSettings key={`events${ward.id}`} ward={ward} />
            <ReportSettings key={`reports${ward.id}`} ward={ward} />
          </div>
        )}
      </QueryView>
    </Page>
  )
}

type PerAdult = EventTerms['children_per_adult']
/** The API's shape, so that what it refuses stands at its field. */
interface Values {
  settings: { events: EventTerms }
}

const NUMBERS = ['safety_threshold', 'night_from_hour', 'at_once', 'police_days_before'] as const
const FLAGS = ['safety_by_water', 'safety_at_night', 'safety_on_road', 'safety_with_fire'] as const
const AGES = ['under_6', 'from_6_to_10', 'from_11', 'by_water'] as const

function EventSettings({ ward }: { ward: Ward }) {
  const t = useTexts(settingsTexts)
  const queries = useQueryClient()
  const whole = z.number(t.number)
  const numbers = <K extends string>(names: readonly K[]) =>
    Object.fromEntries(names.map((name) => [name, whole])) as Record<K, typeof whole>
  const house = useHouseForm<Values>({
    initial: { settings: { events: ward.settings.events! } },
    schema: z.object({
      settings: z.object({
        events: z.object({ ...numbers(NUMBERS), children_per_adult: z.object(numbers<keyof PerAdult>(AGES)) }),
      }),
    }),
    send: async ({ settings }): Promise<void> => {
      try {
        // The other form of the page may have moved the version on.
        const saved = await saveEventTerms(ward.id, ward.version, settings.events)
        queries.setQueryData(wardQuery(ward.id).queryKey, saved)
        toast.ok(t.saved)
      } catch (error) {
        if (isProblem(error, 412)) throw new ApiProblem(412, { detail: t.stale })
        throw error
      }
    },
  })
  const number = { min: 0, allowDecimal: false, allowNegative: false }
  const path = 'settings.events'
  return (
    <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
      {house.summary}
      <Card title={t.events}>
        <div className="stack">
          <p className="second">{t.eventsIntro}</p>
          <h3>{t.needs}</h3>
          <div className="cols-2">
            <NumberInput
              label={t.safety_threshold}
              description={t.thresholdHint}
              {...number}
              {...house.part(`${path}.safety_threshold`)}
            />
            <NumberInput
              label={t.night_from_hour}
              description={t.nightHint}
              {...number}
              {...house.part(`${path}.night_from_hour`)}
            />
          </div>
          {FLAGS.map((name) => (
            <Checkbox
              key={name}
              label={t[name]}
              checked={house.values.settings.events[name]}
              onChange={(event) => house.form.setFieldValue(`${path}.${name}`, event.currentTarget.checked)}
            />
          ))}
          <h3>{t.planning}</h3>
          <div className="cols-2">
            <NumberInput label={t.at_once} {...number} {...house.part(`${path}.at_once`)} />
            <NumberInput label={t.police_days_before} {...number} {...house.part(`${path}.police_days_before`)} />
          </div>
          <h3>{t.perAdult}</h3>
          <div className="cols-2">
            {AGES.map((name) => (
              <NumberInput
                key={name}
                label={t[name]}
                {...number}
                {...house.part(`${path}.children_per_adult.${name}`)}
              />
            ))}
          </div>
        </div>
      </Card>
      <div>
        <Button type="submit" loading={house.busy}>
          {t.save}
        </Button>
      </div>
    </form>
  )
}
