import { IconPhone } from '@tabler/icons-react'
import type { Child } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Card } from '@/ui/Card'
import { EmptyState } from '@/ui/EmptyState'
import { fieldTexts } from '../fieldTexts'
import { spacedPhone } from '../format'
import { childTexts } from '../texts'
import styles from './child.module.css'

export function GuardiansTab({ child }: { child: Child }) {
  const t = useTexts(childTexts).one
  const { relation } = useTexts(fieldTexts)
  if (child.guardians.length === 0) {
    return (
      <Card>
        <EmptyState>{t.noGuardian}</EmptyState>
      </Card>
    )
  }
  return (
    <Card flush>
      <ul className={styles.entries}>
        {child.guardians.map((one, index) => {
          const name = one.full_name || relation[one.relation]
          return (
            <li key={index} className={styles.entry}>
              <div className="grow">
                <p className={styles.entryTitle}>{name}</p>
                <p className="second">
                  {[one.full_name ? relation[one.relation] : null, one.occupation].filter(Boolean).join(' · ')}
                </p>
              </div>
              {one.phone ? (
                <a
                  className={styles.phone}
                  href={`tel:${one.phone}`}
                  aria-label={`${t.call(name)}: ${spacedPhone(one.phone)}`}
                >
                  <IconPhone size={20} aria-hidden />
                  <span className="num">{spacedPhone(one.phone)}</span>
                </a>
              ) : null}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
