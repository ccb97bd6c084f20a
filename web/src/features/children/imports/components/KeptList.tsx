import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Notice } from '@/ui/Notice'
import { nameQuery, type ChildImport } from '../queries'
import { importTexts } from '../texts'
import styles from './imports.module.css'

const AT_ONCE = 20

/** Children that an undo left alone, because somebody has worked on them since. */
export function KeptList({ kept }: { kept: ChildImport['kept'] }) {
  const t = useTexts(importTexts).undo
  const [shown, setShown] = useState(AT_ONCE)
  return (
    <Notice tone="warn" title={t.kept(kept.length)}>
      <p>{t.keptBody}</p>
      <ul className={styles.kept}>
        {kept.slice(0, shown).map((one) => (
          <li key={one.child_id}>
            <Link to={`/tre-em/${one.child_id}`}>
              <Name code={one.code} />
            </Link>
          </li>
        ))}
      </ul>
      {kept.length > shown ? (
        <Button size="sm" variant="default" onClick={() => setShown(shown + AT_ONCE)}>
          {t.more(Math.min(AT_ONCE, kept.length - shown))}
        </Button>
      ) : null}
    </Notice>
  )
}

function Name({ code }: { code: string }) {
  const name = useQuery(nameQuery(code))
  return <>{name.data ? `${name.data} (${code})` : code}</>
}
