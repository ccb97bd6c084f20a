import type * as z from 'zod/mini'

/** Field → message; the first message of a field wins. Works as `validate` of a form. */
export function check<T>(schema: z.ZodMiniType<T>, values: unknown): Record<string, string> {
  const result = schema.safeParse(values)
  if (result.success) return {}
  const errors: Record<string, string> = {}
  for (const issue of result.error.issues) {
    const field = issue.path.join('.')
    errors[field] ??= issue.message
  }
  return errors
}
