import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import * as z from 'zod/mini'
import { useTexts } from '@/lib/i18n'
import { isProblem } from '@/lib/problem'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Textarea, TextInput } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { MomentField } from '@/ui/MomentField'
import { PhotoButton } from '@/ui/PhotoButton'
import { Radio } from '@/ui/Radio'
import { MultiSelect, Select } from '@/ui/Select'
import { toast } from '@/ui/toast'
import { uiTexts } from '@/ui/texts'
import { useHouseForm } from '@/ui/useHouseForm'
import { actTexts } from './texts'
import { CASE_TOUCHES } from '../queries'

export type Values = Record<string, string | null | string[]>
type Choices = { value: string; label: string }[] | { group: string; items: { value: string; label: string }[] }[]

export interface Field {
  name: string
  kind: 'line' | 'area' | 'moment' | 'select' | 'radio' | 'people'
  label: string
  hint?: string
  required?: boolean
  max?: number
  data?: Choices
  initial?: string | null | string[]
  /** Only asked then. */
  when?: (values: Values) => boolean
  /** Refused with these words. */
  check?: { ok: (value: string) => boolean; message: string }
}

interface ActFormProps {
  title: string
  body?: ReactNode
  fields: Field[]
  /** The verb; it may follow from what was chosen. */
  go: string | ((values: Values) => string)
  danger?: boolean
  /** Photos and papers beside the fields. */
  files?: { missing: string }
  done: string | ((values: Values) => string)
  send: (values: Values, key: string, files: File[]) => Promise<unknown>
  onClose: () => void
}

const empty = (field: Field) =>
  field.initial ?? (field.kind === 'people' ? [] : ['line', 'area'].includes(field.kind) ? '' : null)
export const text = (value: Values[string] | undefined): string => (typeof value === 'string' ? nfc(value) : '')
export const list = (value: Values[string] | undefined): string[] => (Array.isArray(value) ? value : [])

/** One dialog for every deed on a case: what it means, what it needs, the verb. */
export function ActForm({ title, body, fields, go, danger, files: wanted, done, send, onClose }: ActFormProps) {
  const t = useTexts(actTexts)
  const ui = useTexts(uiTexts)
  const queries = useQueryClient()
  const [files, setFiles] = useState<File[]>([])
  const [bare, setBare] = useState(false)
  const refresh = () => {
    for (const queryKey of CASE_TOUCHES) void queries.invalidateQueries({ queryKey })
  }
  const rules = fields.flatMap((field) => {
    const asked = (values: unknown) => field.when?.(values as Values) ?? true
    const of = (values: unknown) => text((values as Values)[field.name] as string | null)
    const rest = { path: [field.name], when: () => true }
    return [
      ...(field.required
        ? [z.refine((values: unknown) => !asked(values) || of(values) !== '', { ...rest, error: t.required })]
        : []),
      ...(field.check
        ? [
            z.refine((values: unknown) => !asked(values) || !of(values) || field.check!.ok(of(values)), {
              ...rest,
              error: field.check.message,
            }),
          ]
        : []),
    ]
  })
  const house = useHouseForm<Values>({
    initial: Object.fromEntries(fields.map((field) => [field.name, empty(field)])),
    schema: z.unknown().check(...rules),
    send: async (values, key): Promise<void> => {
      try {
        await send(values, key, files)
      } catch (error) {
        // Somebody was quicker: what is sent next stands on the new version.
        if (isProblem(error, 409) || isProblem(error, 412)) refresh()
        throw error
      }
      toast.ok(typeof done === 'string' ? done : done(values))
      refresh()
      onClose()
    },
  })
  const asked = fields.filter((field) => field.when?.(house.values) ?? true)
  return (
    <Modal opened onClose={onClose} title={title} size="md">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (wanted && files.length === 0) setBare(true)
          else void house.onSubmit(event)
        }}
        noValidate
        autoComplete="off"
      >
        {house.summary}
        {body ? <div className="second">{body}</div> : null}
        {asked.map((field) => (
          <One key={field.name} field={field} props={house.field(field.name)} />
        ))}
        {wanted ? <PhotoButton files={files} onChange={setFiles} documents /> : null}
        {wanted && bare && files.length === 0 ? (
          <p role="alert" className="late">
            {wanted.missing}
          </p>
        ) : null}
        <div className="row">
          <Button type="submit" loading={house.busy} color={danger ? 'red' : undefined}>
            {typeof go === 'string' ? go : go(house.values)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {ui.cancel}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

// What the form hands to a field: its id, value, change and error, whatever the kind.
function One({ field, props }: { field: Field; props: any }) {
  const common = { label: field.label, description: field.hint, ...props }
  switch (field.kind) {
    case 'line':
      return <TextInput maxLength={field.max ?? 300} {...common} />
    case 'area':
      return <Textarea autosize minRows={3} maxLength={field.max ?? 4_000} {...common} />
    case 'moment':
      return <MomentField {...common} />
    case 'select':
      return <Select data={field.data} clearable={!field.required} searchable {...common} />
    case 'people':
      return <MultiSelect data={field.data} {...common} />
    default:
      return (
        <Radio.Group {...common}>
          <div className="stack-2" style={{ marginTop: 8 }}>
            {(field.data as { value: string; label: string }[]).map((one) => (
              <Radio key={one.value} value={one.value} label={one.label} />
            ))}
          </div>
        </Radio.Group>
      )
  }
}
