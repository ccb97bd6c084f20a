import { useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { Child } from '@/api/types'
import { formatDate } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { formatNumber } from '@/lib/text'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { QueryView } from '@/ui/QueryView'
import { fieldTexts } from '../fieldTexts'
import { supportsQuery } from '../queries'
import { childTexts } from '../texts'
import { useCancel } from '../useChildActs'
import { SupportDialog } from './SupportDialog'
import styles from './child.module.css'

export function SupportsTab({ child }: { child: Child }) {
  const texts = useTexts(childTexts)
  const t = texts.support
  const kinds = useTexts(fieldTexts).support
  const query = useQuery(supportsQuery(child.id))
  const cancel = useCancel(child)
  const [adding, setAdding] = useState(false)
  const may = child.allowed_actions?.includes('add_support')
  const add = may ? (
    <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setAdding(true)} data-create>
      {t.add}
    </Button>
  ) : undefined
  return (
    <Card title={t.title} aside={query.data?.length ? add : undefined} flush>
      <QueryView query={query}>
        {(supports) =>
          supports.length === 0 ? (
            <EmptyState action={add}>{t.none}</EmptyState>
          ) : (
            <ul className={styles.entries}>
              {supports.map((one) => (
                <li key={one.id} className={styles.entry}>
                  <div className="grow">
                    <p className={styles.entryTitle}>
                      {kinds[one.kind]}
                      {one.value ? ` · ${t.money(formatNumber(one.value))}` : ''}
                    </p>
                    <p className="second">
                      {[formatDate(one.on_date), one.programme, one.recorded_by ? t.by(one.recorded_by.full_name) : '']
                        .filter(Boolean)
                        .join(' · ')}
                    </p>
                    {one.note ? <p className="second pre">{one.note}</p> : null}
                  </div>
                  {may ? (
                    <span className={`${styles.acts} no-print`}>
                      <Button
                        variant="subtle"
                        size="sm"
                        color="red"
                        loading={cancel.busy === one.id}
                        onClick={() => void cancel.support(one.id)}
                      >
                        {texts.circumstance.cancel}
                      </Button>
                    </span>
                  ) : null}
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
      {adding ? <SupportDialog child={child} onClose={() => setAdding(false)} /> : null}
    </Card>
  )
}
