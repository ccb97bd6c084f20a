import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTexts } from '@/lib/i18n'
import { DateField } from '@/ui/DateField'
import { Textarea, TextInput } from '@/ui/inputs'
import { NumberInput } from '@/ui/NumberInput'
import { Select } from '@/ui/Select'
import type { useHouseForm } from '@/ui/useHouseForm'
import { CHANNELS } from '../filters'
import { HANGS, inserted, POSTS, type ItemValues } from '../form'
import { communicationFormTexts } from '../formTexts'
import { campaignsQuery, communicationChoicesQuery, sectionChoicesQuery, taskChoicesQuery } from '../queries'
import { communicationTexts } from '../texts'
import { useReach } from '../useReach'
import styles from './communications.module.css'
import { PlacesField } from './PlacesField'
import { ScheduleFields } from './ScheduleFields'
import { UnitsField } from './UnitsField'
import { WordsPicker } from './WordsPicker'

export type House = ReturnType<typeof useHouseForm<ItemValues>>

/** What is asked of an item; each channel asks for its own. */
export function ItemFields({ house, fixedChannel = false }: { house: House; fixedChannel?: boolean }) {
  const t = useTexts(communicationFormTexts)
  const channels = useTexts(communicationTexts).channel
  const { officer } = useReach()
  const choices = useQuery(communicationChoicesQuery)
  const campaigns = useQuery(campaignsQuery)
  const { channel } = house.values
  const units = choices.data?.units ?? []
  return (
    <>
      <Select
        label={t.channel}
        allowDeselect={false}
        disabled={fixedChannel}
        data={CHANNELS.map((value) => ({ value, label: channels[value] }))}
        {...house.field('channel')}
      />
      <TextInput label={t.title} maxLength={300} {...house.field('title')} />
      <TextField house={house} plan={choices.data?.plan ?? null} />
      <div className="cols-2">
        <DateField label={t.start} {...house.field('starts_on')} />
        <DateField label={t.end} {...house.field('ends_on')} />
      </div>
      {channel === 'loudspeaker' ? <ScheduleFields house={house} /> : null}
      {POSTS(channel) ? <TextInput label={t.link} type="url" maxLength={1000} {...house.field('link')} /> : null}
      {channel === 'leaflet' ? (
        <NumberInput label={t.copies} min={1} max={100_000} allowDecimal={false} {...house.field('copies')} />
      ) : null}
      {officer ? (
        <Select
          label={t.lead}
          searchable
          data={units.map((unit) => ({ value: unit.id, label: unit.name }))}
          {...house.field('lead_unit_id')}
        />
      ) : null}
      <UnitsField house={house} units={units} />
      {HANGS(channel) ? <PlacesField house={house} units={units} /> : null}
      <details className={styles.fold}>
        <summary>{t.links}</summary>
        <div className="stack">
          <Select
            label={t.campaign}
            placeholder={t.noCampaign}
            clearable
            data={(campaigns.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
            {...house.field('campaign_id')}
          />
          <PlanLinks house={house} plan={choices.data?.plan?.id} />
        </div>
      </details>
    </>
  )
}

/** The text with the plan's words beside it. */
function TextField({ house, plan }: { house: House; plan: Parameters<typeof WordsPicker>[0]['plan'] }) {
  const t = useTexts(communicationFormTexts)
  const area = useRef<HTMLTextAreaElement>(null)
  const insert = (words: string) => {
    const text = house.values.body
    const at = area.current
    // A text that was never touched takes the words at its end.
    const [from, to] =
      at && at === document.activeElement ? [at.selectionStart, at.selectionEnd] : [text.length, text.length]
    const next = inserted(text, from, to, words)
    house.form.setFieldValue('body', next.text)
    requestAnimationFrame(() => {
      at?.focus()
      at?.setSelectionRange(next.caret, next.caret)
    })
  }
  return (
    <>
      <Textarea
        ref={area}
        label={t.body[house.values.channel]}
        autosize
        minRows={house.values.channel === 'loudspeaker' ? 8 : 3}
        maxRows={24}
        maxLength={20_000}
        {...house.field('body')}
      />
      <WordsPicker plan={plan} onInsert={insert} />
    </>
  )
}

function PlanLinks({ house, plan }: { house: House; plan: string | undefined }) {
  const t = useTexts(communicationFormTexts)
  const sections = useQuery(sectionChoicesQuery(plan))
  const tasks = useQuery(taskChoicesQuery)
  return (
    <>
      <Select
        label={t.section}
        placeholder={t.noSection}
        searchable
        clearable
        data={sections.data ?? []}
        {...house.field('section_id')}
      />
      <Select
        label={t.task}
        placeholder={t.noTask}
        searchable
        clearable
        data={tasks.data ?? []}
        {...house.field('task_id')}
      />
    </>
  )
}
