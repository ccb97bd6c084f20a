import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { Button, IconButton } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { TextInput } from '@/ui/inputs'
import { UnitSelect } from '@/ui/UnitSelect'
import { formTexts } from './texts'
import styles from './form.module.css'
import type { Content, List } from './merge'
import { EMPTY_ROW, idOf } from './model'

type Row = Record<string, unknown>

interface RowsProps {
  list: List
  content: Content
  onChange: (content: Content, path: string) => void
  error: (path: string) => string | undefined
}

/** Rows of a form: one is there to begin with, and another after a press. */
export function RowsField({ list, content, onChange, error }: RowsProps) {
  const t = useTexts(formTexts)
  const kept = (content[list] ?? []) as unknown as Row[]
  const rows = kept.length > 0 ? kept : [EMPTY_ROW[list]]
  const write = (next: Row[], path: string) => onChange({ ...content, [list]: next } as Content, path)
  const set = (at: number, key: string) => (value: unknown) => {
    if (value === (rows[at]?.[key] ?? null)) return
    write(
      rows.map((row, index) => (index === at ? { ...row, [key]: value } : row)),
      `${list}.${at}.${key}`,
    )
  }
  const cost = list === 'activities' ? rows.reduce((sum, row) => sum + Number(row['cost'] ?? 0), 0) : 0
  const wrong = error(list)
  return (
    <div className="stack" id={idOf(list)} tabIndex={-1} data-quiet-focus>
      {wrong ? <p className={styles.wrong}>{wrong}</p> : null}
      {rows.map((row, at) => {
        const name = t.rowName[list](at + 1)
        const line = (key: string, max = 300) => (
          <TextInput
            id={idOf(`${list}.${at}.${key}`)}
            label={t.row[key as keyof typeof t.row]}
            maxLength={max}
            value={String(row[key] ?? '')}
            error={error(`${list}.${at}.${key}`)}
            onChange={(event) => set(at, key)(event.currentTarget.value)}
          />
        )
        return (
          // Rows have no ids; a row that is taken out moves the others up.
          <fieldset key={at} className={`${styles.row} stack-2`}>
            <legend>{name}</legend>
            {list === 'needs' ? (
              <>
                {line('need', 2_000)}
                <div className="cols-2">
                  {line('service', 2_000)}
                  {line('provider')}
                </div>
              </>
            ) : list === 'participants' ? (
              <div className="cols-2">
                {line('name', 120)}
                {line('position', 200)}
              </div>
            ) : (
              <Activity row={row} at={at} line={line} set={set} error={error} />
            )}
            {kept.length > 0 ? (
              <div>
                <IconButton
                  label={t.drop(name)}
                  tone="danger"
                  onClick={() =>
                    write(
                      rows.filter((_, index) => index !== at),
                      list,
                    )
                  }
                >
                  <IconTrash size={18} aria-hidden />
                </IconButton>
              </div>
            ) : null}
          </fieldset>
        )
      })}
      {cost > 0 ? <p>{t.total(formatNumber(cost))}</p> : null}
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => write([...rows, { ...EMPTY_ROW[list] }], list)}
        >
          {t.addRow[list]}
        </Button>
      </div>
    </div>
  )
}

interface ActivityProps {
  row: Row
  at: number
  line: (key: string, max?: number) => ReactNode
  set: (at: number, key: string) => (value: unknown) => void
  error: (path: string) => string | undefined
}

/** What, who and until when are the plan; the rest is folded away until it is wanted. */
function Activity({ row, at, line, set, error }: ActivityProps) {
  const t = useTexts(formTexts)
  const rest = ['with', 'cost', 'source', 'expected', 'followed_by']
  const wrong = rest.some((key) => error(`activities.${at}.${key}`))
  const path = (key: string) => `activities.${at}.${key}`
  return (
    <>
      {line('what', 2_000)}
      <div className="cols-2">
        {line('who')}
        <UnitSelect
          id={idOf(path('unit_id'))}
          label={t.row.unit_id}
          description={t.unitHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          clearable
          value={(row['unit_id'] as string | null) ?? null}
          onChange={set(at, 'unit_id')}
        />
      </div>
      <div className="cols-2">
        <DateField
          id={idOf(path('from'))}
          label={t.row.from}
          value={row['from'] as string | null}
          error={error(path('from'))}
          onChange={set(at, 'from')}
        />
        <DateField
          id={idOf(path('to'))}
          label={t.row.to}
          value={row['to'] as string | null}
          error={error(path('to'))}
          onChange={set(at, 'to')}
        />
      </div>
      <details className={styles.fold} open={wrong || undefined}>
        <summary>{t.more}</summary>
        <div className="stack-2">
          <div className="cols-2">
            {line('with')}
            {line('followed_by')}
          </div>
          <div className="cols-2">
            <TextInput
              id={idOf(path('cost'))}
              label={t.row.cost}
              inputMode="numeric"
              maxLength={15}
              value={Number(row['cost'] ?? 0) > 0 ? formatNumber(Number(row['cost'])) : ''}
              error={error(path('cost'))}
              onChange={(event) => set(at, 'cost')(Number(event.currentTarget.value.replace(/\D/g, '')))}
            />
            {line('source')}
          </div>
          {line('expected', 2_000)}
        </div>
      </details>
    </>
  )
}
