import type { Child, ChildStatus } from '@/api/types'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { StatusTag, type Tone } from '@/ui/StatusTag'
import { fieldTexts } from '../fieldTexts'
import { isUninsured } from '../format'
import { childTexts } from '../texts'

type Icon = Parameters<typeof StatusTag>[0]['icon']
const looks: Record<ChildStatus, { tone: Tone; icon: Icon }> = {
  active: { tone: 'green', icon: 'check' },
  moved_out: { tone: 'plain', icon: 'away' },
  deceased: { tone: 'plain', icon: 'ban' },
  aged_out: { tone: 'plain', icon: 'up' },
  erased: { tone: 'plain', icon: 'ban' },
}

export function ChildStatusTag({ status }: { status: ChildStatus }) {
  return <StatusTag {...looks[status]}>{useTexts(fieldTexts).status[status]}</StatusTag>
}

/** What one must see of a child at once; always a shape and a word. In a list the groups are counted, not named. */
export function ChildBadges({ child, names = false }: { child: Child; names?: boolean }) {
  const t = useTexts(childTexts).badge
  const poverty = useTexts(fieldTexts).poverty
  const { today } = useSession()
  const special = child.circumstances ?? []
  const risks = child.risks ?? []
  return (
    <>
      {child.status === 'active' ? null : <ChildStatusTag status={child.status} />}
      {names ? (
        special.map((one) => (
          <StatusTag key={one.id} tone="orange" icon="care" wrap>
            {one.label}
          </StatusTag>
        ))
      ) : special.length > 0 ? (
        <StatusTag tone="orange" icon="care">
          {special.length > 1 ? t.specials(special.length) : t.special}
        </StatusTag>
      ) : null}
      {risks.length > 0 ? (
        <StatusTag tone="orange" icon="alert">
          {risks.length > 1 ? t.risks(risks.length) : t.risk}
        </StatusTag>
      ) : null}
      {child.poverty === 'poor' || child.poverty === 'near_poor' ? (
        <StatusTag tone="plain" icon="house">
          {poverty[child.poverty]}
        </StatusTag>
      ) : null}
      {isUninsured(child, today) ? (
        <StatusTag tone="plain" icon="uncovered">
          {t.uninsured}
        </StatusTag>
      ) : null}
      {!names && child.view === 'contact' && child.medical_warning ? (
        <StatusTag tone="orange" icon="alert">
          {t.watch}
        </StatusTag>
      ) : null}
      {names && child.can_swim === false ? (
        <StatusTag tone="plain" icon="swim">
          {t.cannotSwim}
        </StatusTag>
      ) : null}
    </>
  )
}
