import type { FormEvent, ReactNode } from 'react'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import type { Report } from '../report'
import { publicTexts } from '../texts'
import { Field } from './Field'
import styles from './public.module.css'

interface FormProps {
  report: Report
  wrong: { narrative?: string; age?: string }
  busy: boolean
  onChange: (part: Partial<Report>) => void
  onSend: () => void
  /** What became of the last try; it stands where the person just pressed. */
  children: ReactNode
}

export function ReportForm({ report, wrong, busy, onChange, onSend, children }: FormProps) {
  const t = useTexts(publicTexts).report
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSend()
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate autoComplete="off">
      <Field
        id="narrative"
        label={t.narrative}
        hint={t.narrativeHint}
        wrong={wrong.narrative}
        lines={5}
        maxLength={20_000}
        value={report.narrative}
        onText={(narrative) => onChange({ narrative })}
      />
      <Field
        label={t.place}
        hint={t.placeHint}
        maxLength={500}
        value={report.place}
        onText={(place) => onChange({ place })}
      />
      <div className={styles.two}>
        <Field label={t.child} maxLength={120} value={report.child} onText={(child) => onChange({ child })} />
        <Field
          id="age"
          label={t.age}
          inputMode="numeric"
          maxLength={2}
          wrong={wrong.age}
          value={report.age}
          onText={(age) => onChange({ age })}
        />
      </div>
      <div>
        <label className={styles.switch}>
          <input
            type="checkbox"
            checked={report.urgent}
            onChange={(event) => onChange({ urgent: event.currentTarget.checked })}
          />
          {t.urgent}
        </label>
        {report.urgent ? (
          <p className={styles.wrong} role="status">
            {t.urgentOn}
          </p>
        ) : null}
      </div>
      <details className={styles.fold} open={Boolean(report.name || report.phone) || undefined}>
        <summary>
          <span>
            <strong>{t.who}</strong>
            <br />
            {t.whoHint}
          </span>
        </summary>
        <div className={styles.fields}>
          <p className="second">{t.whoKept}</p>
          <Field label={t.name} maxLength={120} value={report.name} onText={(name) => onChange({ name })} />
          <Field
            label={t.phone}
            type="tel"
            inputMode="tel"
            maxLength={40}
            value={report.phone}
            onText={(phone) => onChange({ phone })}
          />
        </div>
      </details>
      <div className={styles.trap} aria-hidden>
        <label htmlFor="website">{t.website}</label>
        <input
          id="website"
          name="website"
          tabIndex={-1}
          autoComplete="off"
          value={report.website}
          onChange={(event) => onChange({ website: event.currentTarget.value })}
        />
      </div>
      {children}
      <Button type="submit" size="lg" fullWidth loading={busy}>
        {t.send}
      </Button>
      <p className="second">{t.privacy}</p>
    </form>
  )
}
