import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as z from 'zod/mini'
import type { EventHelper } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { DateField } from '@/ui/DateField'
import { Checkbox, TextInput } from '@/ui/inputs'
import { Sheet } from '@/ui/Modal'
import { SegmentedControl } from '@/ui/Segmented'
import { Select } from '@/ui/Select'
import { ListSkeleton } from '@/ui/Skeletons'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { helperTexts } from '../helperTexts'
import { assignHelper, createHelper, PEOPLE_TOUCHES, patchHelper, wardHelpersQuery } from '../queries'

type Way = 'known' | 'fresh'

interface AssignProps {
  event: string
  onClose: () => void
}

/** Somebody of the ward's list, whose vetting may be mended here, or somebody new. */
export function AssignSheet({ event, onClose }: AssignProps) {
  const t = useTexts(helperTexts).sheet
  const helpers = useQuery(wardHelpersQuery)
  const [way, setWay] = useState<Way>('known')
  const [editing, setEditing] = useState<EventHelper | null>(null)
  if (editing) return <EditSheet event={event} helper={editing} onClose={() => setEditing(null)} />
  return (
    <Sheet opened onClose={onClose} title={t.title}>
      <div className="stack">
        <SegmentedControl
          aria-label={t.how}
          value={way}
          onChange={(next) => setWay(next as Way)}
          data={(['known', 'fresh'] as const).map((value) => ({ value, label: t.ways[value] }))}
          fullWidth
        />
        {way === 'fresh' ? (
          <FreshForm event={event} onDone={onClose} />
        ) : helpers.data === undefined ? (
          <ListSkeleton rows={2} />
        ) : helpers.data.length === 0 ? (
          <p className="second">{t.nobody}</p>
        ) : (
          <KnownForm event={event} helpers={helpers.data} onEdit={setEditing} onDone={onClose} />
        )}
      </div>
    </Sheet>
  )
}

function useDone(event: string) {
  const queries = useQueryClient()
  return () => {
    for (const queryKey of [...PEOPLE_TOUCHES(event), wardHelpersQuery.queryKey]) {
      void queries.invalidateQueries({ queryKey })
    }
  }
}

interface KnownProps {
  event: string
  helpers: EventHelper[]
  onEdit: (helper: EventHelper) => void
  onDone: () => void
}

function KnownForm({ event, helpers, onEdit, onDone }: KnownProps) {
  const texts = useTexts(helperTexts)
  const t = texts.sheet
  const done = useDone(event)
  const house = useHouseForm({
    initial: { helper_id: null as string | null, duty: '' },
    schema: z.object({ helper_id: z.string(t.whoMissing) }),
    send: async ({ helper_id, duty }, key) => {
      await assignHelper(event, helper_id!, nfc(duty), key)
      toast.ok(t.saved)
      done()
      onDone()
    },
  })
  const chosen = helpers.find((one) => one.id === house.values.helper_id)
  return (
    <form className="stack" onSubmit={(e) => void house.onSubmit(e)} noValidate>
      {house.summary}
      <Select
        label={t.who}
        searchable
        data={helpers.map((one) => ({
          value: one.id,
          label: [one.full_name, one.unit?.name, texts.vetting[one.vetting]].filter(Boolean).join(' · '),
        }))}
        {...house.field('helper_id')}
      />
      {chosen?.may_change ? (
        <div>
          <Button size="sm" variant="default" onClick={() => onEdit(chosen)}>
            {t.editOf(chosen.full_name)}
          </Button>
        </div>
      ) : null}
      <TextInput label={t.duty} description={t.dutyHint} maxLength={200} {...house.field('duty')} />
      <div>
        <Button type="submit" loading={house.busy}>
          {t.save}
        </Button>
      </div>
    </form>
  )
}

const blank = {
  full_name: '',
  phone: '',
  skills: '',
  vetted_on: null as string | null,
  vetting_expires_on: null as string | null,
  note: '',
}
type Fields = typeof blank

const bodyOf = ({ full_name, phone, skills, vetted_on, vetting_expires_on, note }: Fields) => ({
  full_name: nfc(full_name),
  phone: phone.trim() || null,
  skills: nfc(skills),
  vetted_on,
  vetting_expires_on,
  note: nfc(note),
})

function FreshForm({ event, onDone }: { event: string; onDone: () => void }) {
  const t = useTexts(helperTexts).sheet
  const done = useDone(event)
  const house = useHouseForm({
    initial: { ...blank, duty: '' },
    schema: z.object({ full_name: z.string().check(z.trim(), z.minLength(1, t.nameMissing)) }),
    send: async (values, key) => {
      const made = await createHelper(bodyOf(values), key)
      await assignHelper(event, made.id, nfc(values.duty), `${key}-a`)
      toast.ok(t.saved)
      done()
      onDone()
    },
  })
  return (
    <form className="stack" onSubmit={(e) => void house.onSubmit(e)} noValidate>
      {house.summary}
      <HelperFields field={house.field} />
      <TextInput label={t.duty} description={t.dutyHint} maxLength={200} {...house.field('duty')} />
      <div>
        <Button type="submit" loading={house.busy}>
          {t.save}
        </Button>
      </div>
    </form>
  )
}

interface EditProps {
  event: string
  helper: EventHelper
  onClose: () => void
}

function EditSheet({ event, helper, onClose }: EditProps) {
  const t = useTexts(helperTexts).sheet
  const done = useDone(event)
  const { full_name, phone, skills, vetted_on = null, vetting_expires_on = null, note } = helper
  const house = useHouseForm({
    initial: { full_name, phone: phone ?? '', skills, vetted_on, vetting_expires_on, note, archived: false },
    schema: z.object({ full_name: z.string().check(z.trim(), z.minLength(1, t.nameMissing)) }),
    send: async (values) => {
      await patchHelper(helper, { ...bodyOf(values), archived: values.archived })
      toast.ok(t.savedEdit)
      done()
      onClose()
    },
  })
  return (
    <Sheet opened onClose={onClose} title={t.edit(helper.full_name)}>
      <form className="stack" onSubmit={(e) => void house.onSubmit(e)} noValidate>
        {house.summary}
        <HelperFields field={house.field} />
        <Checkbox label={t.archive} {...house.checkbox('archived')} />
        <div>
          <Button type="submit" loading={house.busy}>
            {t.saveEdit}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}

type Field = (name: keyof Fields) => ReturnType<ReturnType<typeof useHouseForm<Fields>>['field']>

function HelperFields({ field }: { field: Field }) {
  const t = useTexts(helperTexts).sheet
  return (
    <>
      <TextInput label={t.name} maxLength={120} autoComplete="off" {...field('full_name')} />
      <TextInput label={t.phone} inputMode="tel" maxLength={20} autoComplete="off" {...field('phone')} />
      <TextInput label={t.skills} description={t.skillsHint} maxLength={500} {...field('skills')} />
      <div className="cols-2">
        <DateField label={t.vettedOn} {...field('vetted_on')} />
        <DateField label={t.expiresOn} {...field('vetting_expires_on')} />
      </div>
      <TextInput label={t.note} maxLength={2000} {...field('note')} />
    </>
  )
}
