import type { ReactNode } from 'react'
import { currentLanguage, setLanguage, useTexts } from '@/lib/i18n'
import { setupTexts } from '../texts'
import styles from './setup.module.css'

export function SetupFrame({ children }: { children: ReactNode }) {
  const t = useTexts(setupTexts)
  return (
    <div className={styles.screen}>
      <header className={styles.header}>
        <div className={styles.bar}>
          <span>{t.product}</span>
          <button type="button" onClick={() => setLanguage(currentLanguage() === 'vi' ? 'en' : 'vi')}>
            {t.language}
          </button>
        </div>
      </header>
      <main className={styles.main}>{children}</main>
    </div>
  )
}
