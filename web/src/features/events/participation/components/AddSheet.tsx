import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as z from 'zod/mini'
import type { EventRegistrations, NewEventRegistrations } from '@/api/types'
import { useCan, useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { ChildFinder } from '@/ui/ChildFinder'
import { TextInput } from '@/ui/inputs'
import { Sheet } from '@/ui/Modal'
import { SegmentedControl } from '@/ui/Segmented'
import { Select } from '@/ui/Select'
import { toast } from '@/ui/toast'
import { PlaceSelect } from '@/ui/UnitSelect'
import { useAct } from '@/ui/useAct'
import { useHouseForm } from '@/ui/useHouseForm'
import { partTexts } from '../partTexts'
import { peopleKey, register, summerGroupsQuery } from '../queries'

type Way = 'one' | 'place' | 'group'

interface AddProps {
  event: string
  people: EventRegistrations
  onClose: () => void
}

/** One child by name, a whole neighborhood of some years, a summer group. */
export function AddSheet({ event, people, onClose }: AddProps) {
  const t = useTexts(partTexts).adding
  const can = useCan()
  const queries = useQueryClient()
  const [way, setWay] = useState<Way>('one')
  const { act, busy } = useAct([peopleKey(event)])
  const ways: Way[] = can('summer', 'read') ? ['one', 'place', 'group'] : ['one', 'place']
  const isIn = (id: string) => people.items.some((one) => one.child_id === id && one.status !== 'cancelled')
  const send = async (body: NewEventRegistrations, key: string) => {
    const done = await register(event, body, key)
    toast.ok(t.done(done.registered, done.waiting, done.already))
    void queries.invalidateQueries({ queryKey: peopleKey(event) })
    return done
  }
  return (
    <Sheet opened onClose={onClose} title={t.title}>
      <div className="stack">
        <SegmentedControl
          aria-label={t.how}
          value={way}
          onChange={(next) => setWay(next as Way)}
          data={ways.map((value) => ({ value, label: t.ways[value] }))}
          fullWidth
        />
        {way === 'one' ? (
          <ChildFinder
            action={(child) =>
              isIn(child.id) ? (
                <span className="second">{t.already}</span>
              ) : (
                <Button
                  size="sm"
                  variant="light"
                  loading={busy === child.id}
                  onClick={() => void act(child.id, (key) => send({ child_ids: [child.id] }, key))}
                >
                  {t.one}
                </Button>
              )
            }
          />
        ) : way === 'place' ? (
          <PlaceForm send={send} onDone={onClose} />
        ) : (
          <GroupForm send={send} onDone={onClose} />
        )}
      </div>
    </Sheet>
  )
}

interface FormProps {
  send: (body: NewEventRegistrations, key: string) => Promise<unknown>
  onDone: () => void
}

function PlaceForm({ send, onDone }: FormProps) {
  const t = useTexts(partTexts).adding
  const { me } = useSession()
  const own = me.user.role === 'neighborhood' ? (me.unit?.id ?? null) : null
  const year = z.string().check(z.regex(/^(\d{4})?$/, t.yearWrong))
  const house = useHouseForm({
    initial: { neighborhood_id: own, birth_year_from: '', birth_year_to: '' },
    schema: z.object({ neighborhood_id: z.string(t.placeMissing), birth_year_from: year, birth_year_to: year }),
    send: async ({ neighborhood_id, birth_year_from, birth_year_to }, key) => {
      const number = (text: string) => (text ? Number(text) : null)
      const years = { birth_year_from: number(birth_year_from), birth_year_to: number(birth_year_to) }
      await send({ neighborhood_id, ...years }, key)
      onDone()
    },
  })
  return (
    <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
      {house.summary}
      {own ? null : <PlaceSelect kind="neighborhood" label={t.place} {...house.field('neighborhood_id')} />}
      <div className="cols-2">
        <TextInput label={t.from} inputMode="numeric" maxLength={4} {...house.field('birth_year_from')} />
        <TextInput label={t.to} inputMode="numeric" maxLength={4} {...house.field('birth_year_to')} />
      </div>
      <div>
        <Button type="submit" loading={house.busy}>
          {t.send}
        </Button>
      </div>
    </form>
  )
}

function GroupForm({ send, onDone }: FormProps) {
  const t = useTexts(partTexts).adding
  const { today } = useSession()
  const groups = useQuery(summerGroupsQuery(Number(today.slice(0, 4))))
  const house = useHouseForm({
    initial: { group_id: null as string | null },
    schema: z.object({ group_id: z.string(t.groupMissing) }),
    send: async ({ group_id }, key) => {
      await send({ group_id }, key)
      onDone()
    },
  })
  const open = (groups.data ?? []).filter((group) => !group.cancelled_at)
  if (groups.data && open.length === 0) return <p className="second">{t.noGroup}</p>
  return (
    <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
      {house.summary}
      <Select
        label={t.group}
        searchable
        data={open.map((group) => ({ value: group.id, label: group.name }))}
        {...house.field('group_id')}
      />
      <div>
        <Button type="submit" loading={house.busy}>
          {t.send}
        </Button>
      </div>
    </form>
  )
}
