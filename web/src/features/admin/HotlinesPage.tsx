import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { Card } from '@/ui/Card'
import { Page } from '@/ui/Page'
import { QueryView } from '@/ui/QueryView'
import { toast } from '@/ui/toast'
import { HotlinesForm } from './components/HotlinesForm'
import { saveHotlines, wardQuery } from './queries'
import { adminTexts } from './texts'

/** The ward's own numbers on the public form. */
export default function HotlinesPage() {
  const t = useTexts(adminTexts).hotlines
  const { me } = useSession()
  const queries = useQueryClient()
  const query = useQuery({ ...wardQuery(me.ward?.id ?? ''), enabled: Boolean(me.ward) })
  return (
    <Page title={t.title} subtitle={t.subtitle} narrow>
      <Card>
        <QueryView query={query}>
          {(ward) => (
            <HotlinesForm
              key={ward.version}
              hotlines={ward.settings.hotlines}
              save={async (hotlines) => {
                const saved = await saveHotlines(ward, hotlines)
                queries.setQueryData(wardQuery(ward.id).queryKey, saved)
                void queries.invalidateQueries({ queryKey: ['info'] })
                toast.ok(t.saved)
              }}
            />
          )}
        </QueryView>
      </Card>
    </Page>
  )
}
