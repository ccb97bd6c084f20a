import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import * as z from 'zod/mini'
import { unitsQuery } from '@/api/queries'
import type { Concern } from '@/api/types'
import { formatDate } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { ApiProblem, isProblem } from '@/lib/problem'
import { Button } from '@/ui/Button'
import { ErrorState } from '@/ui/ErrorState'
import { IdleCover } from '@/ui/IdleCover'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import { StaleCompare } from '@/ui/StaleCompare'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { useLeaveGuard } from '@/ui/useLeaveGuard'
import { EditFields } from './components/EditFields'
import {
  childAgeIsRight,
  conflicts,
  merged,
  parentAgeIsRight,
  patchBody,
  read,
  valuesOf,
  type ConcernValues,
  type Path,
} from './concernForm'
import { CONCERN_TOUCHES, concernQuery, patchConcern } from './queries'
import { concernTexts } from './texts'

export default function EditConcernPage() {
  const { id = '' } = useParams()
  const t = useTexts(concernTexts).edit
  const query = useQuery(concernQuery(id))
  return (
    <>
      <QueryView query={query} skeleton={<PageSkeleton />}>
        {(concern) =>
          concern.allowed_actions.includes('edit') ? (
            <Form key={concern.id} concern={concern} />
          ) : (
            <ErrorState error={new ApiProblem(403, { detail: t.closed })} />
          )
        }
      </QueryView>
      <IdleCover />
    </>
  )
}

/** A path of the form as the record names it, and its value as one reads it. */
function useShown() {
  const texts = useTexts(concernTexts)
  const units = useQuery(unitsQuery)
  const { one } = texts
  const of = (who: string, what: string) => `${who}: ${what.toLowerCase()}`
  const labels: Record<Path, string> = {
    received_via: one.via,
    subject_kind: one.subject,
    danger_level: one.danger,
    narrative: one.narrative,
    'child.full_name': of(one.child, one.name),
    'child.date_of_birth': of(one.child, one.birth),
    'child.estimated_age': of(one.child, one.age),
    'child.sex': of(one.child, one.sex),
    'child.address': of(one.child, one.address),
    place: one.place,
    neighborhood_id: one.neighborhood,
    condition: one.condition,
    consequences: one.consequences,
    'father.full_name': of(one.father, one.parentName),
    'father.age': of(one.father, one.parentAge),
    'father.occupation': of(one.father, one.occupation),
    'mother.full_name': of(one.mother, one.parentName),
    'mother.age': of(one.mother, one.parentAge),
    'mother.occupation': of(one.mother, one.occupation),
    family: one.home,
    carer: one.carer,
    actions_taken: one.actions,
  }
  const words: Partial<Record<Path, Record<string, string>>> = {
    received_via: texts.via,
    subject_kind: texts.subject,
    danger_level: texts.danger,
    'child.sex': texts.sex,
  }
  const show = (path: Path, values: ConcernValues): string => {
    const value = read(values, path) ?? ''
    if (path === 'neighborhood_id') return units.data?.find((unit) => unit.id === value)?.name ?? value
    if (path === 'child.date_of_birth') return formatDate(value)
    return words[path]?.[value] ?? value
  }
  return { labels, show }
}

function Form({ concern }: { concern: Concern }) {
  const texts = useTexts(concernTexts)
  const t = texts.edit
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { labels, show } = useShown()
  // What the form began with; moves on when a newer version is merged in.
  const base = useRef({ version: concern.version, values: valuesOf(concern) })
  const [newer, setNewer] = useState<{ concern: Concern; differences: Path[] } | null>(null)
  const parent = z.object({
    full_name: z.string(),
    age: z.string().check(z.refine(parentAgeIsRight, t.parentAgeWrong)),
    occupation: z.string(),
  })
  const house = useHouseForm<ConcernValues>({
    initial: valuesOf(concern),
    schema: z.object({
      narrative: z.string().check(z.trim(), z.minLength(1, texts.form.whatMissing)),
      child: z.object({ estimated_age: z.string().check(z.refine(childAgeIsRight, texts.form.ageWrong)) }),
      father: parent,
      mother: parent,
    }),
    send: async (values) => {
      const { version, values: before } = base.current
      const body = patchBody(before, values)
      const empty = Object.keys(body).length === 0
      try {
        if (!empty) await patchConcern({ id: concern.id, version }, body)
      } catch (error) {
        if (isProblem(error, 412) && error.current) {
          const theirs = error.current as Concern
          return setNewer({ concern: theirs, differences: conflicts(before, values, valuesOf(theirs)) })
        }
        throw error
      }
      leave()
      for (const queryKey of CONCERN_TOUCHES) void queries.invalidateQueries({ queryKey, refetchType: 'none' })
      toast.ok(empty ? t.unchanged : t.saved)
      void navigate(`/tin-bao/${concern.id}`, { replace: true })
    },
  })
  const leave = useLeaveGuard(house.form.isDirty())
  return (
    <Page title={t.title} subtitle={concern.code} back={{ to: `/tin-bao/${concern.id}`, label: concern.code }} narrow>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate autoComplete="off">
        {house.summary}
        <EditFields house={house} />
        <div className="row">
          <Button type="submit" loading={house.busy}>
            {t.save}
          </Button>
          <Button variant="default" onClick={() => void navigate(-1)}>
            {t.cancel}
          </Button>
        </div>
      </form>
      {newer ? (
        <StaleCompare
          differences={newer.differences.map((path) => ({
            field: path,
            label: labels[path],
            mine: show(path, house.values),
            theirs: show(path, valuesOf(newer.concern)),
          }))}
          onCancel={() => setNewer(null)}
          onResolve={(keepMine) => {
            const theirs = valuesOf(newer.concern)
            const next = merged(base.current.values, house.values, theirs, keepMine)
            base.current = { version: newer.concern.version, values: theirs }
            house.form.setValues(next)
            setNewer(null)
            // The values land in the form's state first.
            setTimeout(() => void house.onSubmit(), 0)
          }}
        />
      ) : null}
    </Page>
  )
}
