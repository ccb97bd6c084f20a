import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { SummerGroupDetail, SummerMember } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { ChildFinder } from '@/ui/ChildFinder'
import { Button, IconButton, LinkButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { EmptyState } from '@/ui/EmptyState'
import { Sheet } from '@/ui/Modal'
import { useAct } from '@/ui/useAct'
import { addMembers, removeMember, SUMMER_TOUCHES } from '../queries'
import { before, standing, tally } from '@/lib/opinions'
import { opinionTexts } from '@/ui/opinionTexts'
import { summerTexts } from '../texts'
import styles from './summer.module.css'

export function MembersCard({ group, open }: { group: SummerGroupDetail; open: boolean }) {
  const texts = useTexts(summerTexts)
  const t = texts.group
  const said = useTexts(opinionTexts)
  const sum = tally(group.members, {})
  const { act, busy } = useAct(SUMMER_TOUCHES)
  const [adding, setAdding] = useState(false)
  const remove = async (member: SummerMember) => {
    const answer = await ask({ title: t.removeTitle(member.full_name), confirm: t.remove, danger: true })
    if (answer.yes) await act('remove', () => removeMember(group, member.child_id), t.removed)
  }
  const takeIn = () => void act('take', (key) => addMembers(group, key, { from_handovers: true }), t.tookIn)
  return (
    <Card
      title={t.members(group.members.length)}
      flush
      aside={
        open ? (
          <span className="row no-print">
            {group.members.length > 0 ? (
              <LinkButton size="sm" variant="light" to={`/sinh-hoat-he/nhom/${group.id}/y-kien`}>
                {said.open}
              </LinkButton>
            ) : null}
            <Button size="sm" variant="default" loading={busy === 'take'} onClick={takeIn}>
              {t.takeIn}
            </Button>
            <Button size="sm" variant="light" onClick={() => setAdding(true)}>
              {t.addMember}
            </Button>
          </span>
        ) : null
      }
    >
      {group.members.length === 0 ? (
        <EmptyState>{t.noMembers}</EmptyState>
      ) : (
        <>
          <p className={`${styles.asking} second`}>{said.counts(sum.agree, sum.decline, sum.unasked + sum.half)}</p>
          <ol className={styles.list}>
            {group.members.map((member) => (
              <li key={member.child_id} className={styles.line}>
                <span className="grow">
                  <strong>{member.full_name}</strong>
                  <br />
                  <span className="second">
                    {[
                      member.birth_year,
                      member.grade,
                      member.phone ? `${t.phone} ${member.phone}` : null,
                      member.medical_warning,
                      member.can_swim === false ? texts.list.noSwim : null,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  <Opinion member={member} />
                </span>
                {open ? (
                  <span className="no-print">
                    <IconButton
                      label={`${t.remove}: ${member.full_name}`}
                      tone="danger"
                      onClick={() => void remove(member)}
                    >
                      <IconTrash size={20} aria-hidden />
                    </IconButton>
                  </span>
                ) : null}
              </li>
            ))}
          </ol>
        </>
      )}
      {adding ? (
        <Sheet opened onClose={() => setAdding(false)} title={t.addMember}>
          <ChildFinder
            where={{ neighborhood_id: group.neighborhood_id }}
            action={(child) =>
              group.members.some((one) => one.child_id === child.id) ? (
                <span className="second">{t.isMember}</span>
              ) : (
                <Button
                  size="sm"
                  variant="light"
                  onClick={() => void act('add', (key) => addMembers(group, key, { child_ids: [child.id] }), t.tookIn)}
                >
                  {texts.list.addOne}
                </Button>
              )
            }
          />
        </Sheet>
      ) : null}
    </Card>
  )
}

/** For whoever leads the group: who does not want to, and what they said. */
function Opinion({ member }: { member: SummerMember }) {
  const t = useTexts(opinionTexts).said
  const said = before(member)
  const words = [
    said.parents === 'declines' ? t.parents : null,
    said.child === 'declines' ? t.child : null,
    standing(member, said) === 'unasked' ? t.unasked : null,
    said.note || null,
  ].filter(Boolean)
  if (words.length === 0) return null
  return <p className={standing(member, said) === 'decline' ? 'today small' : 'small muted'}>{words.join(' · ')}</p>
}
