import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { unitsQuery } from '@/api/queries'
import type { Concern, ConcernLine, ConcernScreening, FoundCase, FoundChild } from '@/api/types'
import { useCan } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { nfc } from '@/lib/text'
import { Button } from '@/ui/Button'
import { ChildFinder } from '@/ui/ChildFinder'
import { Checkbox, Textarea } from '@/ui/inputs'
import { Modal } from '@/ui/Modal'
import { Notice } from '@/ui/Notice'
import { Radio } from '@/ui/Radio'
import { UnitSelect } from '@/ui/UnitSelect'
import { useAct } from '@/ui/useAct'
import { CONCERN_TOUCHES, screenConcern } from '../queries'
import { screenTexts } from '../screenTexts'
import styles from './concerns.module.css'
import { CaseLine, CasePicker, ConcernLineText, ConcernPicker } from './Pickers'

type Decision = ConcernScreening['decision']
/** Units whose people may read what is passed to them: the police, and the desk itself. */
const READERS = ['police', 'leadership', 'social_policy']

/** One question, then what that decision needs; what it does is said before it is done. */
export function ScreenDialog({ concern, onClose }: { concern: Concern; onClose: () => void }) {
  const t = useTexts(screenTexts)
  const can = useCan()
  const { act, busy } = useAct(CONCERN_TOUCHES)
  const [decision, setDecision] = useState<Decision | null>(null)
  const [child, setChild] = useState<FoundChild | null>(null)
  const [unknown, setUnknown] = useState(false)
  const [found, setFound] = useState<FoundCase | null>(null)
  const [other, setOther] = useState<ConcernLine | null>(null)
  const [unit, setUnit] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const choices: Decision[] = [
    ...(can('cases', 'create') ? (['open_case', 'join_case'] as const) : []),
    'refer',
    'duplicate',
    'no_action',
  ]
  const needsReason = decision === 'refer' || decision === 'no_action'
  const fault = (): string | null => {
    if (decision === 'open_case' && !child && !unknown) return t.childMissing
    if (decision === 'join_case' && !found) return t.caseMissing
    if (decision === 'duplicate' && !other) return t.otherMissing
    if (decision === 'refer' && !unit) return t.unitMissing
    return needsReason && !reason.trim() ? t.reasonMissing : null
  }
  const send = async () => {
    const why = fault()
    setWrong(why)
    if (why || !decision) return
    const body: ConcernScreening = {
      decision,
      reason: needsReason || decision === 'duplicate' ? nfc(reason) : '',
      child_id: decision === 'open_case' && !unknown ? (child?.id ?? null) : null,
      case_id: decision === 'join_case' ? (found?.id ?? null) : null,
      duplicate_of_id: decision === 'duplicate' ? (other?.id ?? null) : null,
      unit_id: decision === 'refer' ? unit : null,
    }
    if (await act('screen', (key) => screenConcern(concern, key, body), t.done[decision])) onClose()
  }
  const chosen = (line: ReactNode, again: () => void) => (
    <div className="row-between">
      {line}
      <Button size="sm" variant="default" onClick={again}>
        {t.change}
      </Button>
    </div>
  )
  return (
    <Modal opened onClose={onClose} title={`${t.title} ${concern.code}`}>
      <div className="stack">
        <Radio.Group
          label={t.question}
          value={decision}
          onChange={(value) => {
            setDecision(value as Decision)
            setWrong(null)
          }}
        >
          <div className={styles.decisions}>
            {choices.map((one) => (
              <Radio key={one} value={one} label={t.name[one]} description={t.hint[one]} />
            ))}
          </div>
        </Radio.Group>
        {can('cases', 'create') ? null : <p className="second">{t.officerOnly}</p>}
        {decision ? (
          <div className={`stack ${styles.part}`}>
            {decision === 'open_case' ? (
              <>
                <h3>{t.child}</h3>
                {concern.child.full_name ? (
                  <p>
                    {t.told} <strong>{concern.child.full_name}</strong>
                  </p>
                ) : null}
                {unknown ? null : child ? (
                  chosen(
                    <span>
                      <strong>{child.full_name}</strong>{' '}
                      <span className="second">
                        {[child.birth_year, child.neighborhood?.name].filter(Boolean).join(' · ')}
                      </span>
                    </span>,
                    () => setChild(null),
                  )
                ) : (
                  <ChildFinder
                    action={(one) => (
                      <Button
                        size="sm"
                        variant="light"
                        onClick={() => {
                          setChild(one)
                          setWrong(null)
                        }}
                      >
                        {t.choose}
                      </Button>
                    )}
                  />
                )}
                <Checkbox
                  label={t.unknown}
                  checked={unknown}
                  onChange={(event) => {
                    setUnknown(event.currentTarget.checked)
                    setWrong(null)
                  }}
                />
              </>
            ) : null}
            {decision === 'join_case' ? (
              <>
                <h3>{t.caseSearch}</h3>
                {found ? (
                  chosen(<CaseLine row={found} />, () => setFound(null))
                ) : (
                  <CasePicker
                    onPick={(one) => {
                      setFound(one)
                      setWrong(null)
                    }}
                  />
                )}
              </>
            ) : null}
            {decision === 'duplicate' ? (
              <>
                <h3>{t.otherSearch}</h3>
                {other ? (
                  chosen(<ConcernLineText row={other} />, () => setOther(null))
                ) : (
                  <ConcernPicker
                    not={concern.id}
                    onPick={(one) => {
                      setOther(one)
                      setWrong(null)
                    }}
                  />
                )}
              </>
            ) : null}
            {decision === 'refer' ? <UnitPart unit={unit} onChange={setUnit} /> : null}
            {needsReason || decision === 'duplicate' ? (
              <Textarea
                label={needsReason ? t.reason : t.duplicateNote}
                description={decision === 'refer' ? t.reasonRefer : decision === 'no_action' ? t.reasonNone : undefined}
                autosize
                minRows={3}
                maxLength={4000}
                autoComplete="off"
                value={reason}
                onChange={(event) => {
                  setReason(event.currentTarget.value)
                  setWrong(null)
                }}
              />
            ) : null}
            <Notice>{t.effect[decision]}</Notice>
          </div>
        ) : null}
        {wrong ? (
          <p role="alert" className="late">
            {wrong}
          </p>
        ) : null}
        {decision ? (
          <div>
            <Button loading={busy !== null} onClick={() => void send()}>
              {t.go[decision]}
            </Button>
          </div>
        ) : null}
      </div>
    </Modal>
  )
}

function UnitPart({ unit, onChange }: { unit: string | null; onChange: (unit: string | null) => void }) {
  const t = useTexts(screenTexts)
  const units = useQuery(unitsQuery)
  const kind = units.data?.find((one) => one.id === unit)?.kind
  return (
    <>
      <UnitSelect label={t.unit} value={unit} onChange={onChange} />
      {kind === 'police' ? (
        <p className="second">{t.unitPolice}</p>
      ) : kind && !READERS.includes(kind) ? (
        <Notice tone="warn">{t.unitOther}</Notice>
      ) : null}
    </>
  )
}
