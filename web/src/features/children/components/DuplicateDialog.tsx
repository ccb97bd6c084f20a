import type { Child, Likeness } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button, LinkButton } from '@/ui/Button'
import { Modal } from '@/ui/Modal'
import { Notice } from '@/ui/Notice'
import type { ChildValues } from '../childForm'
import { childTexts } from '../texts'
import { PairTable, type Side } from './PairTable'

export interface Candidate {
  child: Child
  likeness: Likeness
}

interface DuplicateDialogProps {
  typed: ChildValues
  candidates: Candidate[]
  busy: boolean
  onBack: () => void
  onOther: () => void
  /** Leaving for the record that is there is meant: nothing is asked. */
  onOpen: () => void
}

/** Search before create: what was typed beside each record that may be the same child. */
export function DuplicateDialog({ typed, candidates, busy, onBack, onOther, onOpen }: DuplicateDialogProps) {
  const t = useTexts(childTexts).same
  const mine: Side = {
    ...typed,
    can_swim: undefined,
    birth_year: Number(typed.date_of_birth?.slice(0, 4)),
    guardians: typed.guardians.filter((one) => one.full_name.trim() || one.phone.trim()),
  } as Side
  return (
    <Modal opened onClose={onBack} title={t.title} size="xl">
      <div className="stack">
        <p>{t.body}</p>
        {candidates.map(({ child, likeness }) => (
          <div key={child.id} className="stack-2">
            <Notice tone="warn" title={t.likeness[likeness]} />
            <PairTable caption={t.known(child.code)} heads={[t.typed, t.known(child.code)]} sides={[mine, child]} />
            <div>
              <span onClickCapture={onOpen}>
                <LinkButton to={`/tre-em/${child.id}`} variant={likeness === 'possible' ? 'default' : 'filled'}>
                  {candidates.length > 1 ? `${t.open} ${child.code}` : t.open}
                </LinkButton>
              </span>
            </div>
          </div>
        ))}
        <div className="row">
          <Button variant="default" loading={busy} onClick={onOther}>
            {candidates.length > 1 ? t.otherAll(candidates.length) : t.other}
          </Button>
          <Button variant="subtle" onClick={onBack}>
            {t.back}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
