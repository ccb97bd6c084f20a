import { useTexts } from '@/lib/i18n'
import { useReachable } from '@/offline/useOutbox'
import { Button } from '@/ui/Button'
import { Notice } from '@/ui/Notice'
import styles from './Banners.module.css'
import { FiguresOfBefore } from './FiguresOfBefore'
import { useSession } from './session'
import { appTexts } from './texts'
import { useNewVersion } from './useNewVersion'

/** Demo, offline and new version: each one line, in this order of weight. */
export function Banners() {
  const t = useTexts(appTexts)
  const { me } = useSession()
  const reachable = useReachable()
  const version = useNewVersion()
  return (
    <div className={`${styles.banners} no-print`}>
      {reachable ? null : (
        <Notice tone="warn" live>
          {t.offlineBar}
        </Notice>
      )}
      <FiguresOfBefore />
      {version.ready ? (
        <Notice
          live
          title={t.newVersion}
          actions={
            <>
              <Button size="sm" onClick={version.take}>
                {t.reload}
              </Button>
              <Button size="sm" variant="default" onClick={version.later}>
                {t.later}
              </Button>
            </>
          }
        />
      ) : null}
      {me.demo ? <p className={styles.demo}>{t.demo}</p> : null}
    </div>
  )
}
