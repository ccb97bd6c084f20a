import { useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Child, Circumstance } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { periodOf } from '../format'
import { catalogueQuery } from '../queries'
import { childTexts } from '../texts'
import { useCancel } from '../useChildActs'
import { CircumstanceDialog } from './CircumstanceDialog'
import { EndDialog } from './EndDialog'
import styles from './child.module.css'

export function CircumstancesTab({ child }: { child: Child }) {
  const t = useTexts(childTexts).circumstance
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Circumstance | null>(null)
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
      <Entries child={child} title={t.special} none={t.noSpecial} entries={child.circumstances} onEnd={setEnding} />
      <Entries child={child} title={t.risks} none={t.noRisk} entries={child.risks} onEnd={setEnding} />
      {adding ? <CircumstanceDialog child={child} onClose={() => setAdding(false)} /> : null}
      {ending ? <EndDialog child={child} one={ending} onClose={() => setEnding(null)} /> : null}
    </div>
  )
}

interface EntriesProps {
  child: Child
  title: string
  none: string
  entries: Circumstance[] | undefined
  onEnd: (one: Circumstance) => void
}

function Entries({ child, title, none, entries = [], onEnd }: EntriesProps) {
  const t = useTexts(childTexts).circumstance
  const catalogue = useQuery(catalogueQuery)
  const cancel = useCancel(child)
  const may = child.allowed_actions?.includes('add_circumstance')
  const subOf = (one: Circumstance) =>
    catalogue.data?.find((group) => group.code === one.code)?.sub.find((sub) => sub.code === one.sub_code)?.label
  return (
    <Card title={title} flush>
      {entries.length === 0 ? (
        <p className={`${styles.entry} muted`}>{none}</p>
      ) : (
        <ul className={styles.entries}>
          {entries.map((one) => {
            const [from, to] = periodOf(one)
            return (
              <li key={one.id} className={styles.entry}>
                <div className="grow">
                  <p className={styles.entryTitle}>{one.label}</p>
                  {one.sub_code ? <p>{subOf(one)}</p> : null}
                  <p className="second">
                    {[one.code, to ? t.period(from, to) : t.since(from)].join(' · ')}
                    {one.evidence ? ` · ${t.evidence}: ${one.evidence}` : ''}
                  </p>
                  {one.note ? <p className="second pre">{one.note}</p> : null}
                </div>
                {may ? (
                  <span className={`${styles.acts} no-print`}>
                    <Button variant="default" size="sm" onClick={() => onEnd(one)}>
                      {t.end}
                    </Button>
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
          })}
        </ul>
      )}
    </Card>
  )
}
