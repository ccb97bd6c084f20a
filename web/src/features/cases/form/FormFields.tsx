import type { CaseCatalogue } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { DateField } from '@/ui/DateField'
import { Textarea, TextInput } from '@/ui/inputs'
import { MomentField } from '@/ui/MomentField'
import { Radio } from '@/ui/Radio'
import { formTexts } from './texts'
import type { FormKind } from '../steps'
import { ItemBlock } from './ItemBlock'
import type { Content, List } from './merge'
import { blocksOf, idOf, SECTIONS, type FieldDef } from './model'
import { RowsField } from './RowsField'

interface FieldsProps {
  kind: FormKind
  catalogue: CaseCatalogue
  content: Content
  onChange: (content: Content, path: string) => void
  error: (path: string) => string | undefined
}

export function FormFields(props: FieldsProps) {
  const { kind, catalogue, content, onChange, error } = props
  const t = useTexts(formTexts)
  return SECTIONS[kind].map((section) =>
    section === 'items' ? (
      blocksOf(catalogue, kind).map((block) => <ItemBlock key={block.code} {...{ block, content, onChange, error }} />)
    ) : (
      <Card key={section.name} title={t.section[section.name]}>
        <div className="stack">
          {section.fields.map((field) => (
            <Field key={field.name} field={field} {...props} />
          ))}
        </div>
      </Card>
    ),
  )
}

function Field({ field, content, onChange, error }: FieldsProps & { field: FieldDef }) {
  const t = useTexts(formTexts)
  const { today } = useSession()
  const { name, kind } = field
  const label = field.optional ? t.optional(t.field[name]) : t.field[name]
  const hint = (t.hint as Record<string, string>)[name]
  const value = content[name as keyof Content]
  const set = (next: unknown) => {
    // A field that is left as it was changes nothing: neither its error nor what stands below it may jump.
    if (next !== (value ?? null)) onChange({ ...content, [name]: next } as Content, name)
  }
  const common = { id: idOf(name), label, description: hint, error: error(name) }
  switch (kind) {
    case 'area':
      return (
        <Textarea
          {...common}
          autosize
          minRows={3}
          maxLength={8_000}
          value={String(value ?? '')}
          onChange={(event) => set(event.currentTarget.value)}
        />
      )
    case 'line':
      return (
        <TextInput
          {...common}
          maxLength={300}
          value={String(value ?? '')}
          onChange={(event) => set(event.currentTarget.value)}
        />
      )
    case 'date':
      return (
        <div className="stack-2">
          <DateField {...common} value={value as string | null} onChange={set} />
          {name === 'on' && !value ? (
            <div>
              <Button variant="default" size="sm" onClick={() => set(today)}>
                {t.today}
              </Button>
            </div>
          ) : null}
        </div>
      )
    case 'moment':
      return <MomentField {...common} value={value as string | null} onChange={set} />
    case 'rows':
      return <RowsField list={name as List} {...{ content, onChange, error }} />
    case 'danger':
      return <Choice {...common} value={value as string | null} words={t.danger} onChange={set} />
    case 'outcome':
      return <Choice {...common} value={value as string | null} words={t.outcome} onChange={set} />
    case 'emergency':
      return (
        <Choice
          {...common}
          value={value === null || value === undefined ? null : value ? 'yes' : 'no'}
          words={{ yes: t.yes, no: t.no }}
          onChange={(next) => set(next === 'yes')}
        />
      )
  }
}

interface ChoiceProps {
  id: string
  label: string
  description?: string
  error?: string
  value: string | null
  words: Record<string, string>
  onChange: (value: string) => void
}

function Choice({ id, words, value, ...props }: ChoiceProps) {
  return (
    <Radio.Group {...props} value={value}>
      <div className="stack-2" style={{ marginTop: 8 }}>
        {Object.entries(words).map(([one, label], index) => (
          <Radio key={one} id={index === 0 ? id : undefined} value={one} label={label} />
        ))}
      </div>
    </Radio.Group>
  )
}
