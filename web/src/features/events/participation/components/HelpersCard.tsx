import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { HelperOfEvent } from '@/api/types'
import { useCan } from '@/app/session'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { CopyText } from '@/ui/CopyText'
import { EmptyState } from '@/ui/EmptyState'
import { Modal } from '@/ui/Modal'
import { Notice } from '@/ui/Notice'
import { QueryView } from '@/ui/QueryView'
import { StatusTag } from '@/ui/StatusTag'
import { useAct } from '@/ui/useAct'
import { helperTexts } from '../helperTexts'
import { giveGrant, helpersOfEventQuery, PEOPLE_TOUCHES, removeHelper, revokeGrant } from '../queries'
import { AssignSheet } from './AssignSheet'
import styles from './people.module.css'

const TONES = { valid: 'green', missing: 'orange', expired: 'red' } as const
const ICONS = { valid: 'check', missing: 'alert', expired: 'clock' } as const

interface HelpersProps {
  event: string
  manages: boolean
  /** The event is still to come: a grant can be given. */
  open: boolean
}

interface Link {
  name: string
  token: string
  until: string
}

export function HelpersCard({ event, manages, open }: HelpersProps) {
  const t = useTexts(helperTexts)
  const can = useCan()
  const query = useQuery(helpersOfEventQuery(event))
  const { act, busy } = useAct(PEOPLE_TOUCHES(event))
  const [assigning, setAssigning] = useState(false)
  const [link, setLink] = useState<Link | null>(null)
  const mayGrant = manages && open && can('children', 'read')
  const give = async (one: HelperOfEvent) => {
    const made = await act(`grant:${one.helper_id}`, () => giveGrant(event, one.helper_id))
    if (made) setLink({ name: one.full_name, token: made.token, until: made.until })
  }
  const remove = async (one: HelperOfEvent) => {
    const answer = await ask({ title: t.removeTitle(one.full_name), confirm: t.removeYes, danger: true })
    if (answer.yes) await act('remove', () => removeHelper(event, one.helper_id), t.removed)
  }
  const assign = manages ? (
    <Button size="sm" variant="light" onClick={() => setAssigning(true)}>
      {t.assign}
    </Button>
  ) : null
  return (
    <Card title={t.title} aside={assign ? <span className="no-print">{assign}</span> : null} flush>
      <QueryView query={query}>
        {(helpers) =>
          helpers.length === 0 ? (
            <EmptyState>{t.none}</EmptyState>
          ) : (
            <ul className={styles.list} aria-label={t.title}>
              {helpers.map((one) => (
                <li key={one.helper_id} className={`${styles.line} ${styles.wrap}`}>
                  <span className="grow">
                    <strong>{one.full_name}</strong>
                    <br />
                    <span className="second">
                      {[one.duty, one.skills, one.unit?.name].filter(Boolean).join(' · ')}
                      {one.phone ? (
                        <>
                          {' · '}
                          <a href={`tel:${one.phone}`}>{one.phone}</a>
                        </>
                      ) : null}
                    </span>
                    {one.grant ? (
                      <>
                        <br />
                        <span className="small">{t.used(one.grant.uses, formatInstant(one.grant.until))}</span>
                      </>
                    ) : null}
                  </span>
                  <StatusTag tone={TONES[one.vetting]} icon={ICONS[one.vetting]}>
                    {t.vetting[one.vetting]}
                  </StatusTag>
                  {manages ? (
                    <span className="row no-print">
                      {mayGrant && one.vetting === 'valid' ? (
                        <Button
                          size="sm"
                          variant="default"
                          aria-label={t.grantOf(one.full_name)}
                          loading={busy === `grant:${one.helper_id}`}
                          onClick={() => void give(one)}
                        >
                          {one.grant ? t.again : t.grant}
                        </Button>
                      ) : null}
                      {one.grant ? (
                        <Button
                          size="sm"
                          variant="default"
                          aria-label={t.revokeOf(one.full_name)}
                          onClick={() => void act('revoke', (key) => revokeGrant(event, one.grant!.id, key), t.revoked)}
                        >
                          {t.revoke}
                        </Button>
                      ) : null}
                      <Button
                        size="sm"
                        variant="subtle"
                        color="red"
                        aria-label={t.remove(one.full_name)}
                        onClick={() => void remove(one)}
                      >
                        {t.removeYes}
                      </Button>
                    </span>
                  ) : null}
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
      {assigning ? <AssignSheet event={event} onClose={() => setAssigning(false)} /> : null}
      {link ? <LinkDialog link={link} onClose={() => setLink(null)} /> : null}
    </Card>
  )
}

/** Once: nobody can see it again, so it is closed by a button alone. */
function LinkDialog({ link, onClose }: { link: Link; onClose: () => void }) {
  const t = useTexts(helperTexts).link
  return (
    <Modal opened must onClose={onClose} title={t.title}>
      <div className="stack">
        <Notice tone="warn">{t.once(link.name, formatInstant(link.until))}</Notice>
        <CopyText label={t.label} text={`${location.origin}/diem-danh-ho#${link.token}`} />
        <div>
          <Button onClick={onClose}>{t.close}</Button>
        </div>
      </div>
    </Modal>
  )
}
