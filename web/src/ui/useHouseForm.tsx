import { useForm } from '@mantine/form'
import { useId, useRef, useState, type FormEvent, type ReactNode } from 'react'
import type * as z from 'zod/mini'
import { newId } from '@/lib/ids'
import { isProblem } from '@/lib/problem'
import { check } from '@/lib/validate'
import { useProblemText } from './ErrorState'
import { FormErrors, type FormProblem } from './FormErrors'

export interface HouseFormOptions<V extends object> {
  initial: V
  schema?: z.ZodMiniType<unknown>
  /** Throws an `ApiProblem` when the server refuses: its field errors then stand at their fields. */
  send: (values: V, key: string) => Promise<void>
}

/** The server's `guardians[0].phone` as the form names it: `guardians.0.phone`. */
const pathOf = (field: string) => field.replace(/\[(\d+)\]/g, '.$1')

function holds(values: object, path: string): boolean {
  let at: unknown = values
  for (const key of path.split('.')) {
    if (typeof at !== 'object' || at === null || !(key in at)) return false
    at = (at as Record<string, unknown>)[key]
  }
  return true
}

/**
 * One behaviour for every form: check, summary with focus, the server's field errors at the fields, input never lost,
 * and one idempotency key until a send has succeeded, so that pressing twice makes one row.
 */
export function useHouseForm<V extends object>({ initial, schema, send }: HouseFormOptions<V>) {
  const form = useForm<V>({
    initialValues: initial,
    validate: schema ? (values) => check(schema, values) : undefined,
    validateInputOnBlur: false,
  })
  const prefix = useId()
  const key = useRef(newId())
  const [attempt, setAttempt] = useState(0)
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const problemText = useProblemText()
  const idOf = (name: string) => `${prefix}${name}`

  const onSubmit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (busy) return
    setFailure(null)
    const { hasErrors } = form.validate()
    if (hasErrors) {
      setAttempt((n) => n + 1)
      return
    }
    setBusy(true)
    try {
      await send(form.getValues(), key.current)
      key.current = newId()
    } catch (error) {
      if (isProblem(error) && error.errors.length > 0) {
        const values = form.getValues()
        const known = error.errors.filter((e) => holds(values, pathOf(e.field)))
        form.setErrors(Object.fromEntries(known.map((e) => [pathOf(e.field), e.message])))
        const rest = error.errors.filter((e) => !holds(values, pathOf(e.field))).map((e) => e.message)
        setFailure(rest.length > 0 ? rest.join(' ') : null)
        // A refused body needs a new key: the server remembers the answer given to the old one.
        key.current = newId()
      } else {
        if (isProblem(error)) key.current = newId()
        setFailure(problemText(error))
      }
      setAttempt((n) => n + 1)
    } finally {
      setBusy(false)
    }
  }

  const problems: FormProblem[] = Object.entries(form.errors).map(([name, message]) => ({
    fieldId: idOf(name),
    message: String(message),
  }))
  if (failure) problems.push({ fieldId: null, message: failure })

  const summary: ReactNode = <FormErrors problems={problems} attempt={attempt} />
  const field = (name: keyof V & string) => ({ id: idOf(name), ...form.getInputProps(name) })
  const check_ = (name: keyof V & string) => ({ id: idOf(name), ...form.getInputProps(name, { type: 'checkbox' }) })
  /** A field within a list: `part('guardians.0.phone')`. */
  const part = (path: string) => ({ id: idOf(path), ...form.getInputProps(path) })
  return { form, values: form.values, field, part, checkbox: check_, onSubmit, summary, busy, setFailure }
}
