import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import * as z from 'zod/mini'
import type { Child } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { isProblem } from '@/lib/problem'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { Textarea, TextInput } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { Notice } from '@/ui/Notice'
import { Select } from '@/ui/Select'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { uiTexts } from '@/ui/texts'
import { listPlace } from '../memory'
import { childDied, childQuery, childReturns, moveChild, moveChildOut } from '../queries'
import { childTexts } from '../texts'
import { useTakeChild } from '../useChildActs'
import { usePlaces } from '../usePlaces'

export type Turn = 'move' | 'move_out' | 'return' | 'died'

interface Values {
  neighborhood_id: string | null
  moved_on: string | null
  died_on: string | null
  to: string
  note: string
}

interface TurnDialogProps {
  child: Child
  turn: Turn
  onClose: () => void
}

/** Where a child goes: to another neighborhood, out of the ward, back, or that it has died. */
export default function TurnDialog({ child, turn, onClose }: TurnDialogProps) {
  const t = useTexts(childTexts).turn
  const ui = useTexts(uiTexts)
  const { today } = useSession()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const take = useTakeChild()
  const places = usePlaces('neighborhood', [child.neighborhood])
  const others = places.filter((place) => place.value !== child.neighborhood_id)
  const past = (missing: string) => z.string(missing).check(z.refine((day) => day <= today, t.future))
  const schemas = {
    move: z.object({ neighborhood_id: z.string(t.toMissing) }),
    move_out: z.object({
      moved_on: past(t.movedOnMissing),
      to: z.string().check(z.trim(), z.minLength(2, t.whereMissing)),
    }),
    return: undefined,
    died: z.object({ died_on: past(t.diedOnMissing) }),
  }
  const send = async (values: Values, key: string): Promise<Child | null> => {
    const note = nfc(values.note)
    if (turn === 'move') {
      const body = { neighborhood_id: values.neighborhood_id!, moved_on: values.moved_on, note }
      return (await moveChild(child, key, body)).child ?? null
    }
    if (turn === 'move_out') {
      return moveChildOut(child, key, { moved_on: values.moved_on!, to: nfc(values.to), note })
    }
    if (turn === 'return') return childReturns(child, key, { neighborhood_id: values.neighborhood_id, note })
    return childDied(child, key, { died_on: values.died_on!, note })
  }
  const house = useHouseForm<Values>({
    initial: { neighborhood_id: null, moved_on: turn === 'move_out' ? today : null, died_on: null, to: '', note: '' },
    schema: schemas[turn],
    send: async (values, key) => {
      try {
        const next = await send(values, key)
        onClose()
        if (next) {
          take(next)
          toast.ok(t.done[turn])
        } else {
          // Whoever only sees the old neighborhood does not see the child any more.
          toast.ok(t.gone)
          void navigate(listPlace(), { replace: true })
        }
      } catch (error) {
        // Somebody was quicker: what is sent next stands on the new version.
        if (isProblem(error, 412) && error.current) {
          queries.setQueryData(childQuery(child.id).queryKey, error.current as Child)
        }
        throw error
      }
    },
  })
  return (
    <Modal opened onClose={onClose} title={t.title[turn]} size="md">
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate autoComplete="off">
        {house.summary}
        <p>
          <strong>{child.full_name}</strong> · {child.code}
        </p>
        <p className="second">{t.body[turn]}</p>
        {turn === 'move' ? (
          <>
            {others.length === 0 ? <Notice tone="warn">{t.noPlaces}</Notice> : null}
            <Select
              label={t.to}
              searchable
              disabled={others.length === 0}
              data={others}
              {...house.field('neighborhood_id')}
            />
          </>
        ) : null}
        {turn === 'return' ? (
          <Select
            label={t.backTo}
            placeholder={child.neighborhood?.name ?? t.asBefore}
            searchable
            clearable
            data={places}
            {...house.field('neighborhood_id')}
          />
        ) : null}
        {turn === 'move_out' ? (
          <>
            <DateField label={t.movedOn} {...house.field('moved_on')} />
            <TextInput label={t.where} description={t.whereHint} maxLength={300} {...house.field('to')} />
          </>
        ) : null}
        {turn === 'died' ? <DateField label={t.diedOn} {...house.field('died_on')} /> : null}
        <Textarea label={t.note} autosize minRows={2} maxLength={1000} {...house.field('note')} />
        <div className="row">
          <Button type="submit" loading={house.busy} color={turn === 'died' ? 'red' : undefined}>
            {t[turn]}
          </Button>
          <Button variant="default" onClick={onClose}>
            {ui.cancel}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
