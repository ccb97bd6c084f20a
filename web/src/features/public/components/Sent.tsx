import { useRef, useState } from 'react'
import { IconCopy } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Page } from '@/ui/Page'
import { publicTexts } from '../texts'
import styles from './public.module.css'

export function Sent({ code, onAnother }: { code: string; onAnother: () => void }) {
  const t = useTexts(publicTexts).sent
  const [copied, setCopied] = useState(false)
  const shown = useRef<HTMLParagraphElement>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code)
      setCopied(true)
    } catch {
      // Plain http or a refusal: chosen on the page, the phone's own menu copies it.
      if (shown.current) getSelection()?.selectAllChildren(shown.current)
    }
  }
  return (
    <Page title={t.title} subtitle={t.thanks}>
      <Card title={t.code}>
        <p ref={shown} className={styles.code}>
          {code}
        </p>
        <div className="stack-2">
          <div className="row">
            <Button variant="default" leftSection={<IconCopy size={18} aria-hidden />} onClick={() => void copy()}>
              {t.copy}
            </Button>
            <span role="status">{copied ? t.copied : ''}</span>
          </div>
          <p>
            <strong>{t.keep}</strong>
          </p>
        </div>
      </Card>
      <Card title={t.nextTitle}>
        <ol className={styles.next}>
          <li>{t.next.seen}</li>
          <li>{t.next.hours}</li>
          <li>{t.next.follow}</li>
          <li>{t.next.more}</li>
        </ol>
      </Card>
      <div className="row">
        <Link to="/bao-tin/theo-doi" className={styles.line}>
          {t.goFollow}
        </Link>
        <button type="button" className={styles.line} onClick={onAnother}>
          {t.another}
        </button>
      </div>
    </Page>
  )
}
