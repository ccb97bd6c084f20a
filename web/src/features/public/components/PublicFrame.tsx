import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link, useSearchParams } from 'react-router'
import { infoQuery } from '@/api/queries'
import { currentLanguage, setLanguage, useTexts } from '@/lib/i18n'
import { publicTexts } from '../texts'
import styles from './public.module.css'

/** The frame of the pages without an account: nothing to fetch that the entry does not have. */
export function PublicFrame({ children, onLeave }: { children: ReactNode; onLeave?: () => void }) {
  const t = useTexts(publicTexts)
  const ward = useSearchParams()[0].get('phuong')
  const info = useQuery(infoQuery(ward))
  return (
    <div className={styles.screen}>
      <header className={styles.header}>
        <div className={styles.bar}>
          <span>{info.data?.ward_name ?? t.product}</span>
          {onLeave ? (
            <button type="button" className={styles.leave} onClick={onLeave}>
              {t.report.leave}
            </button>
          ) : null}
        </div>
      </header>
      <main className={styles.main}>
        {children}
        <div className={styles.foot}>
          {/* The server's own page: not one of the router's. */}
          <a href={ward ? `/cong-khai/${encodeURIComponent(ward)}` : '/cong-khai'}>{t.page}</a>
          <Link to="/dang-nhap">{t.signIn}</Link>
          <button type="button" onClick={() => setLanguage(currentLanguage() === 'vi' ? 'en' : 'vi')}>
            {t.language}
          </button>
        </div>
      </main>
    </div>
  )
}
