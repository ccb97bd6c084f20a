import { Link } from 'react-router'
import { useTexts } from '@/lib/i18n'
import { useOutbox } from '@/offline/useOutbox'
import { LinkButton } from '@/ui/Button'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { breachTexts } from '../texts'

/** What became of a report that met no network. On the form's own page: the way to another one may need the network. */
export function QueuedReport({ id, desk }: { id: string; desk: boolean }) {
  const texts = useTexts(breachTexts)
  const t = texts.queued
  const waits = useOutbox().some((job) => job.id === id)
  return (
    <Page title={waits ? t.title : t.sentTitle} narrow>
      {waits ? (
        <Notice tone="danger" live title={t.kept} actions={<Link to="/cho-gui">{t.see}</Link>}>
          {t.body}
        </Notice>
      ) : (
        <>
          <Notice tone="ok" live>
            {texts.form.sent}
          </Notice>
          <div>
            <LinkButton to="/vi-pham-du-lieu" variant="light">
              {desk ? texts.title : texts.mine.title}
            </LinkButton>
          </div>
        </>
      )}
    </Page>
  )
}
