import { isRouteErrorResponse, useRouteError } from 'react-router'
import { useTexts } from '@/lib/i18n'
import { Button, LinkButton } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Page } from '@/ui/Page'
import { appTexts } from './texts'

export function NotFoundPage() {
  const t = useTexts(appTexts).notFound
  return (
    <Page title={t.title} narrow>
      <EmptyState title={t.body} action={<LinkButton to="/">{t.home}</LinkButton>} />
    </Page>
  )
}

/** A part of the page that was replaced by a new version cannot be loaded any more: that is no fault of the person. */
export function CrashPage() {
  const t = useTexts(appTexts).crash
  const error = useRouteError()
  const moved = error instanceof TypeError && /import|module/i.test(error.message)
  const missing = isRouteErrorResponse(error) && error.status === 404
  if (missing) return <NotFoundPage />
  return (
    <div style={{ padding: 24 }}>
      <EmptyState title={t.title} action={<Button onClick={() => location.reload()}>{t.reload}</Button>}>
        {moved ? t.moved : t.body}
      </EmptyState>
    </div>
  )
}
