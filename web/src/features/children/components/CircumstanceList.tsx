import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Child, Circumstance } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { periodOf } from '../format'
import { catalogueQuery } from '../queries'
import { childTexts } from '../texts'
import { useCancel } from '../useChildActs'
import { EndDialog } from './EndDialog'
import { Papers } from './Papers'
import { PapersDialog } from './PapersDialog'
import styles from './child.module.css'

/** Circumstances and risks with their papers and what may be done with them. */
export function CircumstanceList({ child, entries }: { child: Child; entries: Circumstance[] }) {
  const [doing, setDoing] = useState<{ what: 'end' | 'papers'; one: Circumstance } | null>(null)
  const close = () => setDoing(null)
  return (
    <>
      <ul className={styles.entries}>
        {entries.map((one) => (
          <Entry key={one.id} child={child} one={one} onDo={(what) => setDoing({ what, one })} />
        ))}
      </ul>
      {doing?.what === 'end' ? <EndDialog child={child} one={doing.one} onClose={close} /> : null}
      {doing?.what === 'papers' ? <PapersDialog child={child} one={doing.one} onClose={close} /> : null}
    </>
  )
}

interface EntryProps {
  child: Child
  one: Circumstance
  onDo: (what: 'end' | 'papers') => void
}

function Entry({ child, one, onDo }: EntryProps) {
  const t = useTexts(childTexts).circumstance
  const { today } = useSession()
  const catalogue = useQuery(catalogueQuery)
  const cancel = useCancel(child)
  const may = child.allowed_actions?.includes('add_circumstance') ?? false
  const [from, to] = periodOf(one)
  const inForce = one.from_date <= today && (!one.to_date || one.to_date >= today)
  const group = catalogue.data?.find(({ code }) => code === one.code)
  return (
    <li className={styles.entry}>
      <div className="grow">
        <p className={styles.entryTitle}>{one.label}</p>
        {one.sub_code ? <p>{group?.sub.find((sub) => sub.code === one.sub_code)?.label}</p> : null}
        <p className="second">
          {[one.code, to ? t.period(from, to) : t.since(from)].join(' · ')}
          {one.evidence ? ` · ${t.evidence}: ${one.evidence}` : ''}
        </p>
        {one.note ? <p className="second pre">{one.note}</p> : null}
        <Papers child={child} one={one} may={may} />
      </div>
      {may ? (
        <span className={`${styles.acts} no-print`}>
          <Button variant="default" size="sm" aria-label={t.file.addFor(one.label)} onClick={() => onDo('papers')}>
            {t.file.add}
          </Button>
          {inForce ? (
            <Button variant="default" size="sm" onClick={() => onDo('end')}>
              {t.end}
            </Button>
          ) : null}
          <Button
            variant="subtle"
            size="sm"
            color="red"
            loading={cancel.busy === one.id}
            onClick={() => void cancel.circumstance(one.id)}
          >
            {t.cancel}
          </Button>
        </span>
      ) : null}
    </li>
  )
}
