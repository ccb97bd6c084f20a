import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { SummerGroupDetail, SummerMember } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { ChildFinder } from '@/ui/ChildFinder'
import { Button, IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { EmptyState } from '@/ui/EmptyState'
import { Sheet } from '@/ui/Modal'
import { useAct } from '@/ui/useAct'
import { addMembers, removeMember, SUMMER_TOUCHES } from '../queries'
import { summerTexts } from '../texts'
import styles from './summer.module.css'

export function MembersCard({ group, open }: { group: SummerGroupDetail; open: boolean }) {
  const texts = useTexts(summerTexts)
  const t = texts.group
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
