import { useContext, type ReactNode } from 'react'
import { formatTime } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { isOffline, isProblem } from '@/lib/problem'
import { Button, LinkButton } from './Button'
import { EmptyState } from './EmptyState'
import { Notice } from './Notice'
import { InPage, Page } from './Page'
import { uiTexts } from './texts'

interface StateProps {
  title: string
  action?: ReactNode
  children: ReactNode
}

/** Alone on the screen it is the page, with the heading and the name of the tab that every page has. */
function State({ title, action, children }: StateProps) {
  const inPage = useContext(InPage)
  if (!inPage) {
    return (
      <Page title={title} narrow>
        <EmptyState action={action}>{children}</EmptyState>
      </Page>
    )
  }
  return (
    <EmptyState title={title} action={action}>
      {children}
    </EmptyState>
  )
}

/** A page or a part that could not be loaded: what it is, and what the person can do now. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useTexts(uiTexts)
  const retry = onRetry ? <Button onClick={onRetry}>{t.retry}</Button> : undefined
  if (isOffline(error)) {
    return (
      <State title={t.offline.title} action={retry}>
        {t.offline.body}
      </State>
    )
  }
  if (isProblem(error, 403)) {
    return (
      <State
        title={t.forbidden.title}
        action={
          <LinkButton to="/quyen" variant="light">
            {t.forbidden.who}
          </LinkButton>
        }
      >
        {error.detail || t.forbidden.body}
      </State>
    )
  }
  if (isProblem(error, 404)) {
    return (
      <State
        title={t.missing.title}
        action={
          <LinkButton to="/" variant="light">
            {t.missing.home}
          </LinkButton>
        }
      >
        {t.missing.body}
      </State>
    )
  }
  return (
    <State title={t.failed.title} action={retry}>
      <p>{isProblem(error) && error.detail ? error.detail : t.failed.body}</p>
      {isProblem(error) && error.requestId ? (
        <p className="small">{t.failed.code(error.requestId.slice(0, 8))}</p>
      ) : null}
    </State>
  )
}

/** Old data that could not be refreshed: say from when it is. */
export function StaleNotice({ at, onRetry }: { at: number; onRetry: () => void }) {
  const t = useTexts(uiTexts)
  return (
    <Notice
      tone="warn"
      live
      actions={
        <Button size="sm" variant="default" onClick={onRetry}>
          {t.retry}
        </Button>
      }
    >
      {t.dataAt(formatTime(new Date(at).toISOString()))}
    </Notice>
  )
}

/** The sentence for a failed save; the text comes from the server, the remedy from here. */
export function useProblemText(): (error: unknown) => string {
  const t = useTexts(uiTexts)
  return (error) => {
    if (isOffline(error)) return t.offline.save
    if (isProblem(error)) {
      // A refused field says what is wrong with it; the sentence above only says that something is.
      if (error.errors.length > 0) return error.errors.map((e) => e.message).join(' ')
      const wait = error.retryAfter ? ` ${t.failed.wait(error.retryAfter)}` : ''
      const code = error.status >= 500 && error.requestId ? ` (${t.failed.code(error.requestId.slice(0, 8))})` : ''
      return `${error.detail || error.title || t.failed.save}${wait}${code}`
    }
    return t.failed.save
  }
}
