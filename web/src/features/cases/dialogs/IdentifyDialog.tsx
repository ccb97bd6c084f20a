import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import * as z from 'zod/mini'
import type { Case, CasePatch, FoundChild } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { isProblem } from '@/lib/problem'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { ChildFinder } from '@/ui/ChildFinder'
import { DateField } from '@/ui/DateField'
import { TextInput } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { Select } from '@/ui/Select'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { actTexts } from './texts'
import { patchCase } from '../acts'
import styles from '../components/cases.module.css'
import { CASE_TOUCHES } from '../queries'
import { caseTexts } from '../texts'

/** Who the child is, once it is known; how great the danger is. */
export function IdentifyDialog({ of, onClose }: { of: Case; onClose: () => void }) {
  const all = useTexts(actTexts)
  const t = all.identify
  const texts = useTexts(caseTexts)
  const open = texts.open
  const queries = useQueryClient()
  const [child, setChild] = useState<FoundChild | null>(null)
  const known = of.child
  const house = useHouseForm({
    initial: {
      danger: of.danger_level as string | null,
      level: of.protection_level as string | null,
      full_name: known.full_name,
      date_of_birth: known.date_of_birth,
      age: known.estimated_age === null ? '' : String(known.estimated_age),
      sex: known.sex as string | null,
      address: known.address,
    },
    schema: z.object({ age: z.string().check(z.regex(/^\s*(1[0-7]|\d)?\s*$/, open.ageWrong)) }),
    send: async (values) => {
      const body: Partial<CasePatch> = {
        danger_level: values.danger as Case['danger_level'],
        protection_level: values.level as Case['protection_level'],
      }
      if (child) body.child_id = child.id
      else if (!of.child_id) {
        body.child = {
          full_name: nfc(values.full_name),
          date_of_birth: values.date_of_birth,
          estimated_age: values.age.trim() ? Number(values.age) : null,
          sex: values.sex as Case['child']['sex'],
          address: nfc(values.address),
        }
      }
      const refresh = () => {
        for (const queryKey of CASE_TOUCHES) void queries.invalidateQueries({ queryKey })
      }
      try {
        await patchCase(of, body as CasePatch)
      } catch (error) {
        if (isProblem(error, 412)) refresh()
        throw error
      }
      toast.ok(t.done)
      refresh()
      onClose()
    },
  })
  const choices = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))
  return (
    <Modal opened onClose={onClose} title={t.title}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate autoComplete="off">
        {house.summary}
        <div className="cols-2">
          <Select label={t.danger} allowDeselect={false} data={choices(texts.danger)} {...house.field('danger')} />
          <Select label={t.level} allowDeselect={false} data={choices(texts.protection)} {...house.field('level')} />
        </div>
        {of.child_id ? (
          <p className="second">{t.linked}</p>
        ) : (
          <>
            <h3>{t.fromList}</h3>
            {child ? (
              <div className={styles.chosen}>
                <strong>{child.full_name}</strong>
                <Button variant="default" onClick={() => setChild(null)}>
                  {open.change}
                </Button>
              </div>
            ) : (
              <>
                <ChildFinder
                  action={(one) => (
                    <Button variant="default" size="sm" onClick={() => setChild(one)}>
                      {t.pick}
                    </Button>
                  )}
                />
                <h3>{t.known}</h3>
                <TextInput label={open.name} maxLength={120} {...house.field('full_name')} />
                <div className="cols-2">
                  <DateField label={open.birth} {...house.field('date_of_birth')} />
                  <TextInput label={open.age} inputMode="numeric" maxLength={2} {...house.field('age')} />
                </div>
                <div className="cols-2">
                  <Select label={open.sex} clearable data={choices(texts.sex)} {...house.field('sex')} />
                  <TextInput label={open.address} maxLength={300} {...house.field('address')} />
                </div>
              </>
            )}
          </>
        )}
        <div>
          <Button type="submit" loading={house.busy}>
            {all.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
