import '@/ui/printFonts.css'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { Communication } from '@/api/types'
import { useSession } from '@/app/session'
import { formatRange } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { compareVietnamese } from '@/lib/text'
import { PrintFrame } from '@/ui/PrintFrame'
import { QueryView } from '@/ui/QueryView'
import { PageSkeleton } from '@/ui/Skeletons'
import paper from '@/ui/paper.module.css'
import { useDays } from './components/ItemFacts'
import styles from './components/print.module.css'
import { communicationChoicesQuery, communicationQuery } from './queries'
import { communicationTexts } from './texts'

/** The script as it lies on the reader's table; the .docx with the head of Decree 30 comes from the server. */
export default function PrintScriptPage() {
  const { id = '' } = useParams()
  const t = useTexts(communicationTexts).print
  const query = useQuery(communicationQuery(id))
  return (
    <PrintFrame title={query.data?.title} back={{ to: `/truyen-thong/${id}`, label: t.back }} print={t.go}>
      <QueryView query={query} skeleton={<PageSkeleton />}>
        {(item) => <Sheet item={item} />}
      </QueryView>
    </PrintFrame>
  )
}

function Sheet({ item }: { item: Communication }) {
  const t = useTexts(communicationTexts).print
  const { me } = useSession()
  const choices = useQuery(communicationChoicesQuery)
  const days = useDays(item)
  const times = item.schedule.times ?? []
  const units = item.units.map((share) => share.unit.name).sort(compareVietnamese)
  const hotlines = choices.data?.plan?.hotlines ?? []
  return (
    <article className={paper.sheet} lang="vi">
      <header className={paper.head}>
        <div>
          <p className={paper.bold}>{t.head}</p>
          <p className={`${paper.bold} ${paper.upper}`}>{me.ward?.name}</p>
        </div>
        <div>
          <p className={paper.bold}>{t.nation}</p>
          <p className={paper.bold}>{t.motto}</p>
        </div>
      </header>
      <h1 className={styles.kind}>{t.kind}</h1>
      <p className={`${paper.bold} ${paper.center}`}>{item.title}</p>
      <ul className={styles.facts}>
        <li>
          {t.when}: {formatRange(item.starts_on, item.ends_on)}
          {item.channel === 'loudspeaker' ? ` (${days.toLowerCase()})` : ''}
        </li>
        {item.channel === 'loudspeaker' ? (
          <>
            <li>
              {t.times}: {times.length > 0 ? times.join(', ') : t.blank}
            </li>
            <li>
              {t.reader}: {item.reader || t.blank}
            </li>
          </>
        ) : null}
        <li>
          {t.units}: {units.join(', ')}
        </li>
        {hotlines.length > 0 ? (
          <li>
            {t.hotlines}: {hotlines.join(', ')}
          </li>
        ) : null}
      </ul>
      <p className={styles.text}>{item.body || t.blank}</p>
      <footer className={styles.foot}>
        <div>
          <p className={paper.bold}>{t.writer}</p>
        </div>
        <div>
          <p className={paper.bold}>{t.approver}</p>
          {item.approved_by ? <p className={`${paper.bold} ${styles.signer}`}>{item.approved_by.full_name}</p> : null}
        </div>
      </footer>
    </article>
  )
}
