import { Link } from 'react-router'
import { useTexts } from '@/lib/i18n'
import { useOutbox } from '@/offline/useOutbox'
import { LinkButton } from '@/ui/Button'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { concernTexts } from '../texts'
import { CallButtons } from './CallButtons'

/**
 * What became of a concern that met no network. On the form's own page: the way to another one may need the network.
 */
export function Queued({ id }: { id: string }) {
  const texts = useTexts(concernTexts)
  const t = texts.queued
  const waits = useOutbox().some((job) => job.id === id)
  return (
    <Page title={waits ? t.title : t.sentTitle} narrow>
      {waits ? (
        <>
          <Notice tone="danger" live title={t.kept} actions={<Link to="/cho-gui">{texts.mine.see}</Link>}>
            {t.body}
          </Notice>
          <Notice tone="danger" title={t.urgent} actions={<CallButtons />} />
        </>
      ) : (
        <Notice tone="ok" live>
          {texts.form.sent}
        </Notice>
      )}
      {waits ? null : (
        <div>
          <LinkButton to="/tin-bao" variant="light">
            {texts.mine.title}
          </LinkButton>
        </div>
      )}
    </Page>
  )
}
