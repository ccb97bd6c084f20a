import { useQuery, useQueryClient } from '@tanstack/react-query'
import { formatInstant, formatWhen } from '@/lib/dates'
import { deviceName } from '@/lib/device'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { useProblemText } from '@/ui/ErrorState'
import { QueryView } from '@/ui/QueryView'
import { ListSkeleton } from '@/ui/Skeletons'
import { StatusTag } from '@/ui/StatusTag'
import { toast } from '@/ui/toast'
import { useAct } from '@/ui/useAct'
import { endOtherSessions, endSession, sessionsQuery } from '../queries'
import { accountTexts } from '../texts'

export function SessionsCard() {
  const t = useTexts(accountTexts).sessions
  const query = useQuery(sessionsQuery)
  const queries = useQueryClient()
  const problemText = useProblemText()
  const end = async (id: string, name: string) => {
    if (!(await ask({ title: t.endTitle, body: name, confirm: t.end })).yes) return
    try {
      await endSession(id)
      toast.ok(t.ended)
    } catch (error) {
      toast.error(problemText(error))
    }
    void queries.invalidateQueries({ queryKey: sessionsQuery.queryKey })
  }
  const { act, busy } = useAct([sessionsQuery.queryKey])
  const endOthers = async () => {
    const answer = await ask({ title: t.othersTitle, body: t.othersBody, confirm: t.others, danger: true })
    if (answer.yes) await act('others', endOtherSessions, t.othersEnded)
  }
  return (
    <Card title={t.title}>
      <QueryView query={query} skeleton={<ListSkeleton rows={2} />}>
        {(sessions) => (
          <>
            <ul className="stack" style={{ listStyle: 'none' }}>
              {sessions.map((session) => {
                const name = session.client === 'mobile' ? t.mobile : (deviceName(session.user_agent) ?? t.unknown)
                return (
                  <li key={session.id} className="row-between" style={{ flexWrap: 'nowrap' }}>
                    <span>
                      <strong>{name}</strong>
                      <br />
                      <span className="second">
                        {t.used(formatWhen(session.last_used_at))}, {t.since(formatWhen(session.created_at))}.{' '}
                        {session.shared_device ? `${t.shared} ` : ''}
                        {t.idle(formatInstant(session.idle_ends_at))}
                      </span>
                    </span>
                    {session.current ? (
                      <StatusTag tone="green" icon="check">
                        {t.current}
                      </StatusTag>
                    ) : (
                      <Button
                        size="sm"
                        variant="default"
                        aria-label={`${t.end}: ${name}`}
                        style={{ flex: 'none' }}
                        onClick={() => void end(session.id, name)}
                      >
                        {t.end}
                      </Button>
                    )}
                  </li>
                )
              })}
            </ul>
            {sessions.length > 1 ? (
              <Button
                variant="default"
                style={{ marginTop: 'var(--s4)' }}
                loading={busy === 'others'}
                onClick={() => void endOthers()}
              >
                {t.others}
              </Button>
            ) : null}
          </>
        )}
      </QueryView>
    </Card>
  )
}
