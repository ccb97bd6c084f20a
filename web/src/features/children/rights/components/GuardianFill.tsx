import type { Child } from '@/api/types'
import { fieldTexts } from '@/features/children/fieldTexts'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { rightsTexts } from '../texts'

/** Those who look after the child, to be taken over with one press. */
export function GuardianFill({ child, onFill }: { child: Child; onFill: (name: string, relation: string) => void }) {
  const t = useTexts(rightsTexts).consent
  const relations = useTexts(fieldTexts).relation
  const named = child.guardians.filter((one) => one.full_name)
  if (named.length === 0) return null
  return (
    <div className="row">
      {named.map((one) => {
        const relation = relations[one.relation]
        return (
          <Button
            key={`${one.relation}${one.full_name}`}
            variant="light"
            size="sm"
            onClick={() => onFill(one.full_name ?? '', relation.toLowerCase())}
          >
            {t.fill(`${one.full_name} (${relation.toLowerCase()})`)}
          </Button>
        )
      })}
    </div>
  )
}
