import { useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Child, Circumstance } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { QueryView } from '@/ui/QueryView'
import { outOfForce } from '../format'
import { circumstancesQuery } from '../queries'
import { childTexts } from '../texts'
import { CircumstanceDialog } from './CircumstanceDialog'
import { CircumstanceList } from './CircumstanceList'
import styles from './child.module.css'

export function CircumstancesTab({ child }: { child: Child }) {
  const t = useTexts(childTexts).circumstance
  const { today } = useSession()
  const all = useQuery(circumstancesQuery(child.id))
  const [adding, setAdding] = useState(false)
  const may = child.allowed_actions?.includes('add_circumstance')
  return (
    <div className="stack">
      <div className="row-between">
        <p className="second">{t.inForce}</p>
        {may ? (
          <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setAdding(true)} data-create>
            {t.add}
          </Button>
        ) : null}
      </div>
      <InForce child={child} title={t.special} none={t.noSpecial} entries={child.circumstances ?? []} />
      <InForce child={child} title={t.risks} none={t.noRisk} entries={child.risks ?? []} />
      <QueryView query={all} skeleton={<></>}>
        {(entries) => {
          const { coming, ended } = outOfForce(entries, today)
          return (
            <>
              <Fold child={child} title={t.comingN(coming.length)} entries={coming} />
              <Fold child={child} title={t.endedN(ended.length)} entries={ended} />
            </>
          )
        }}
      </QueryView>
      {adding ? <CircumstanceDialog child={child} onClose={() => setAdding(false)} /> : null}
    </div>
  )
}

interface PartProps {
  child: Child
  title: string
  entries: Circumstance[]
}

function InForce({ child, title, none, entries }: PartProps & { none: string }) {
  return (
    <Card title={title} flush>
      {entries.length === 0 ? (
        <p className={`${styles.entry} muted`}>{none}</p>
      ) : (
        <CircumstanceList child={child} entries={entries} />
      )}
    </Card>
  )
}

/** What is not in force today stands folded: it is history, or not yet. */
function Fold({ child, title, entries }: PartProps) {
  if (entries.length === 0) return null
  return (
    <Card flush>
      <details className={styles.fold}>
        <summary>{title}</summary>
        <CircumstanceList child={child} entries={entries} />
      </details>
    </Card>
  )
}
