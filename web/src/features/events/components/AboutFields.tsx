import { IconPlus, IconX } from '@tabler/icons-react'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { Button, IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Textarea, TextInput } from '@/ui/inputs'
import { NumberInput } from '@/ui/NumberInput'
import { Select } from '@/ui/Select'
import { eventFormTexts } from '../formTexts'
import { eventTexts } from '../texts'
import type { House } from './EventFields'
import styles from './form.module.css'

export function AboutFields({ house }: { house: House }) {
  const t = useTexts(eventFormTexts)
  const { part, values, form } = house
  const text = (name: 'purpose' | 'form' | 'contribution' | 'note') => (
    <Textarea label={t[name]} autosize minRows={2} maxRows={10} maxLength={8000} {...part(`details.${name}`)} />
  )
  return (
    <Card title={t.sections.about}>
      <div className="stack">
        {text('purpose')}
        <TextInput label={t.audience} description={t.audienceHint} maxLength={1000} {...part('details.audience')} />
        <fieldset className={styles.group}>
          <legend className={styles.legend}>{t.programme}</legend>
          <ul className={styles.lines}>
            {values.details.programme.map((_, at) => (
              // Lines without a key of their own: the place in the list is theirs.
              <li key={at} className={styles.programme}>
                <TextInput
                  label={t.programmeTime}
                  placeholder="07:30"
                  inputMode="numeric"
                  maxLength={5}
                  {...part(`details.programme.${at}.time`)}
                />
                <TextInput label={t.programmeWhat} maxLength={500} {...part(`details.programme.${at}.what`)} />
                <TextInput label={t.programmeWho} maxLength={300} {...part(`details.programme.${at}.who`)} />
                <IconButton
                  label={t.removeProgramme(at + 1)}
                  className={styles.remove}
                  onClick={() => form.removeListItem('details.programme', at)}
                >
                  <IconX size={20} aria-hidden />
                </IconButton>
              </li>
            ))}
          </ul>
          <Button
            variant="subtle"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => form.insertListItem('details.programme', { time: '', what: '', who: '' })}
          >
            {t.addProgramme}
          </Button>
        </fieldset>
        {text('form')}
        {text('contribution')}
        {text('note')}
      </div>
    </Card>
  )
}

export function BudgetFields({ house }: { house: House }) {
  const t = useTexts(eventFormTexts)
  const sources = useTexts(eventTexts).one
  const { part, values, form } = house
  const sum = values.budget.reduce((total, line) => total + Number(line.planned || 0), 0)
  return (
    <Card title={t.sections.budget}>
      <ul className={styles.lines}>
        {values.budget.map((_, at) => (
          // Lines without a key of their own: the place in the list is theirs.
          <li key={at} className={styles.money}>
            <div>
              <Select
                label={t.source}
                allowDeselect={false}
                data={[
                  { value: 'state', label: sources.state },
                  { value: 'mobilised', label: sources.mobilised },
                ]}
                {...part(`budget.${at}.source`)}
              />
            </div>
            <NumberInput
              label={t.planned}
              min={0}
              allowDecimal={false}
              thousandSeparator="."
              decimalSeparator=","
              {...part(`budget.${at}.planned`)}
            />
            <TextInput label={t.budgetNote} maxLength={300} {...part(`budget.${at}.note`)} />
            <IconButton
              label={t.removeBudget(at + 1)}
              className={styles.remove}
              onClick={() => form.removeListItem('budget', at)}
            >
              <IconX size={20} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      {values.budget.length > 1 ? (
        <p className="second num" style={{ marginTop: 8 }}>
          {t.sum(formatNumber(sum))}
        </p>
      ) : null}
      <Button
        variant="subtle"
        leftSection={<IconPlus size={18} aria-hidden />}
        onClick={() => form.insertListItem('budget', { source: 'state', planned: '', spent: 0, note: '' })}
      >
        {t.addBudget}
      </Button>
    </Card>
  )
}
