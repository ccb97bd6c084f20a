import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { Card } from '@/ui/Card'
import { DateField } from '@/ui/DateField'
import { TextInput } from '@/ui/inputs'
import { Select } from '@/ui/Select'
import { UnitSelect } from '@/ui/UnitSelect'
import type { useHouseForm } from '@/ui/useHouseForm'
import { DANGERS, SUBJECTS, VIAS } from '../filters'
import type { NewValues } from '../NewConcernPage'
import { concernTexts } from '../texts'
import styles from './concerns.module.css'

/** What only the desk knows of it: the way it came, when, who told it. */
export function SourceFields({ house }: { house: ReturnType<typeof useHouseForm<NewValues>> }) {
  const texts = useTexts(concernTexts)
  const t = texts.form
  const { today } = useSession()
  const choices = (values: readonly string[], words: Record<string, string>) =>
    values.map((value) => ({ value, label: words[value] ?? value }))
  return (
    <Card title={t.source}>
      <div className="stack">
        <div className="cols-2">
          <Select label={t.via} data={choices(VIAS, texts.via)} clearable {...house.field('received_via')} />
          <Select label={t.danger} data={choices(DANGERS, texts.danger)} clearable {...house.field('danger_level')} />
          <DateField label={t.toldOn} description={t.toldHint} max={today} {...house.field('told_on')} />
          <TextInput label={t.toldAt} maxLength={5} {...house.field('told_time')} />
          <Select
            label={t.subject}
            data={choices(SUBJECTS, texts.subject)}
            clearable
            {...house.field('subject_kind')}
          />
          <UnitSelect kinds={['neighborhood']} label={t.neighborhood} clearable {...house.field('neighborhood_id')} />
        </div>
        <details className={styles.reporter}>
          <summary>{t.reporter}</summary>
          <div className="stack">
            <p className="second">{t.reporterHint}</p>
            <div className="cols-2">
              <TextInput label={t.name} maxLength={120} {...house.part('reporter.name')} />
              <TextInput label={t.phone} inputMode="tel" maxLength={40} {...house.part('reporter.phone')} />
              <TextInput label={t.address} maxLength={300} {...house.part('reporter.address')} />
              <TextInput label={t.note} maxLength={1000} {...house.part('reporter.note')} />
            </div>
          </div>
        </details>
      </div>
    </Card>
  )
}
