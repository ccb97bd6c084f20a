import { useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import type { Ward } from '@/api/types'
import { meKey } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { ApiProblem, isProblem } from '@/lib/problem'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { TextInput } from '@/ui/inputs'
import { toast } from '@/ui/toast'
import { useHouseForm } from '@/ui/useHouseForm'
import { saveName, wardQuery } from './queries'
import { settingsTexts } from './texts'

/** What stands at the head of the ward's documents, as it was entered at the first setup. */
export function NameSettings({ ward }: { ward: Ward }) {
  const t = useTexts(settingsTexts)
  const queries = useQueryClient()
  const house = useHouseForm({
    initial: { name: ward.name, place: ward.place, settings: { address: ward.settings.address ?? '' } },
    schema: z.object({
      name: z.string().check(z.trim(), z.minLength(1, t.missingName)),
      place: z.string(),
      settings: z.object({ address: z.string() }),
    }),
    send: async ({ name, place, settings }): Promise<void> => {
      try {
        const fields = { name: nfc(name), place: nfc(place), settings: { address: nfc(settings.address) } }
        const saved = await saveName(ward.id, ward.version, fields)
        queries.setQueryData(wardQuery(ward.id).queryKey, saved)
        void queries.invalidateQueries({ queryKey: meKey })
        void queries.invalidateQueries({ queryKey: ['info'] })
        toast.ok(t.saved)
      } catch (error) {
        if (isProblem(error, 412)) throw new ApiProblem(412, { detail: t.stale })
        throw error
      }
    },
  })
  return (
    <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
      {house.summary}
      <Card title={t.name}>
        <div className="stack">
          <TextInput label={t.wardName} description={t.wardNameHint} maxLength={150} {...house.field('name')} />
          <div className="cols-2">
            <TextInput label={t.place} description={t.placeHint} maxLength={150} {...house.field('place')} />
            <TextInput label={t.address} maxLength={200} {...house.part('settings.address')} />
          </div>
        </div>
      </Card>
      <div>
        <Button type="submit" loading={house.busy}>
          {t.saveName}
        </Button>
      </div>
    </form>
  )
}
