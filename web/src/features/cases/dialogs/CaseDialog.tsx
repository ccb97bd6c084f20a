import type { CaseFolder } from '@/api/types'
import type { Doing } from '../doing'
import { IdentifyDialog } from './IdentifyDialog'
import { LinkDialog } from './LinkDialog'
import { MeasureDialogs } from './MeasureDialogs'
import { PeopleDialogs } from './PeopleDialogs'
import { ReferDialog } from './ReferDialog'
import { StepDialogs } from './StepDialogs'

interface CaseDialogProps {
  doing: Doing
  folder: CaseFolder
  onClose: () => void
}

/** Every deed's dialog; fetched with the first one. */
export default function CaseDialog({ doing, folder, onClose }: CaseDialogProps) {
  const of = folder.case
  switch (doing.what) {
    case 'measure':
    case 'separate':
      return <MeasureDialogs what={doing.what} of={of} measure={null} onClose={onClose} />
    case 'extend':
    case 'end': {
      const measure = folder.measures.find((one) => one.id === doing.id)
      return measure ? <MeasureDialogs what={doing.what} of={of} measure={measure} onClose={onClose} /> : null
    }
    case 'assign':
    case 'closed_note':
      return <PeopleDialogs what={doing.what} of={of} onClose={onClose} />
    case 'refer':
      return <ReferDialog of={of} onClose={onClose} />
    case 'link':
      return <LinkDialog of={of} referral={doing.id ?? ''} onClose={onClose} />
    case 'identify':
      return <IdentifyDialog of={of} onClose={onClose} />
    default:
      return <StepDialogs what={doing.what} of={of} onClose={onClose} />
  }
}
