import { useQuery } from '@tanstack/react-query'
import type { Case } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { actTexts } from './texts'
import * as acts from '../acts'
import type { Deed } from '../doing'
import { fileTexts } from '../components/texts'
import { destinationsQuery } from '../queries'
import { ActForm, text } from './ActForm'

type What = Exclude<
  Deed,
  'measure' | 'separate' | 'extend' | 'end' | 'assign' | 'closed_note' | 'refer' | 'link' | 'identify'
>

interface StepProps {
  what: What
  of: Case
  onClose: () => void
}

const isBeforePlan = (of: Case) => ['open', 'initial_assessment', 'assessment'].includes(of.status)

export function StepDialogs({ what, of, onClose }: StepProps) {
  const t = useTexts(actTexts)
  const words = useTexts(fileTexts)
  switch (what) {
    case 'note':
      return (
        <ActForm
          title={t.note.title}
          fields={[{ name: 'text', kind: 'area', label: t.note.text, hint: t.note.hint, required: true, max: 8_000 }]}
          go={t.save}
          done={t.note.done}
          send={(values, key) => acts.addNote(of, key, text(values['text']))}
          onClose={onClose}
        />
      )
    case 'files':
      return (
        <ActForm
          title={t.files.title}
          fields={[
            { name: 'title', kind: 'line', label: t.files.name, hint: t.files.nameHint, required: true, max: 200 },
          ]}
          files={{ missing: t.files.choose }}
          go={t.files.send}
          done={t.files.done}
          send={(values, key, files) => acts.addFiles(of, key, text(values['title']), files)}
          onClose={onClose}
        />
      )
    case 'police':
      return (
        <ActForm
          title={t.police.title}
          body={t.police.body}
          fields={[
            { name: 'to', kind: 'line', label: t.police.to, hint: t.police.toHint, required: true },
            { name: 'note', kind: 'area', label: t.police.note },
          ]}
          go={t.police.send}
          done={t.police.done}
          send={(values, key) => acts.passToPolice(of, key, { to: text(values['to']), note: text(values['note']) })}
          onClose={onClose}
        />
      )
    case 'propose_closing': {
      const kinds = (['done', 'unfounded', 'no_longer_a_child'] as const).filter(
        (kind) => (kind !== 'done' || of.status === 'reviewed') && (kind !== 'unfounded' || isBeforePlan(of)),
      )
      return (
        <ActForm
          title={t.propose_closing.title}
          body={t.propose_closing.body}
          fields={[
            {
              name: 'kind',
              kind: 'radio',
              label: t.propose_closing.kind,
              required: true,
              initial: kinds.length === 1 ? kinds[0] : null,
              data: kinds.map((value) => ({ value, label: words.closingKind[value] })),
            },
            { name: 'reason', kind: 'area', label: t.propose_closing.reason, required: true },
          ]}
          go={t.propose_closing.send}
          done={t.propose_closing.done}
          send={(values, key) =>
            acts.proposeClosing(of, key, { kind: values['kind'] as 'done', reason: text(values['reason']) })
          }
          onClose={onClose}
        />
      )
    }
    case 'close':
      return (
        <ActForm
          title={t.close.title}
          body={t.close.body}
          fields={[{ name: 'note', kind: 'area', label: t.close.note }]}
          go={t.close.send}
          done={t.close.done}
          send={(values, key) => acts.closeCase(of, key, text(values['note']))}
          onClose={onClose}
        />
      )
    case 'reject_closing':
      return (
        <ActForm
          title={t.reject_closing.title}
          fields={[{ name: 'reason', kind: 'area', label: t.reject_closing.reason, required: true }]}
          go={t.reject_closing.send}
          done={t.reject_closing.done}
          send={(values, key) => acts.rejectClosing(of, key, text(values['reason']))}
          onClose={onClose}
        />
      )
    case 'reopen':
      return (
        <ActForm
          title={t.reopen.title}
          body={t.reopen.body}
          fields={[{ name: 'reason', kind: 'area', label: t.reopen.reason, required: true }]}
          go={t.reopen.send}
          done={t.reopen.done}
          send={(values, key) => acts.reopenCase(of, key, text(values['reason']))}
          onClose={onClose}
        />
      )
    case 'implement':
      return (
        <ActForm
          title={t.implement.title}
          fields={[{ name: 'note', kind: 'area', label: t.implement.note }]}
          go={t.implement.send}
          done={t.implement.done}
          send={(values, key) => acts.implement(of, key, text(values['note']))}
          onClose={onClose}
        />
      )
    case 'decide':
      return <Decide of={of} onClose={onClose} />
    case 'transfer':
      return <Transfer of={of} onClose={onClose} />
  }
}

function Decide({ of, onClose }: Omit<StepProps, 'what'>) {
  const t = useTexts(actTexts).decide
  return (
    <ActForm
      title={t.title}
      fields={[
        {
          name: 'choice',
          kind: 'radio',
          label: t.choice,
          required: true,
          data: [
            { value: 'approve', label: t.approve },
            { value: 'back', label: t.back },
          ],
        },
        { name: 'number', kind: 'line', label: t.number, max: 60, when: (values) => values['choice'] === 'approve' },
        {
          name: 'implementers',
          kind: 'area',
          label: t.implementers,
          when: (values) => values['choice'] === 'approve',
        },
        {
          name: 'note',
          kind: 'area',
          label: t.reason,
          required: true,
          when: (values) => values['choice'] === 'back',
        },
      ]}
      go={(values) => (values['choice'] === 'back' ? t.sendBack : t.sendApprove)}
      done={(values) => (values['choice'] === 'back' ? t.doneBack : t.doneApprove)}
      send={(values, key) => {
        const approve = values['choice'] === 'approve'
        return acts.decide(of, key, {
          approve,
          number: approve ? text(values['number']) : '',
          note: text(values[approve ? 'implementers' : 'note']),
        })
      }}
      onClose={onClose}
    />
  )
}

function Transfer({ of, onClose }: Omit<StepProps, 'what'>) {
  const t = useTexts(actTexts).transfer
  const wards = useQuery(destinationsQuery)
  // The list decides whether the field is there at all.
  if (wards.isPending) return null
  const data = (wards.data ?? []).map((ward) => ({ value: ward.id, label: ward.name }))
  return (
    <ActForm
      title={t.title}
      body={t.body}
      danger
      fields={[
        { name: 'to_ward_id', kind: 'select', label: t.ward, hint: t.wardHint, data, when: () => data.length > 0 },
        { name: 'to', kind: 'line', label: t.to, required: true },
        { name: 'reason', kind: 'area', label: t.reason, required: true },
        { name: 'summary', kind: 'area', label: t.summary, required: true, max: 8_000 },
      ]}
      go={t.send}
      done={t.done}
      send={(values, key) =>
        acts.transferCase(of, key, {
          to: text(values['to']),
          to_ward_id: (values['to_ward_id'] as string | null) || null,
          reason: text(values['reason']),
          summary: text(values['summary']),
        })
      }
      onClose={onClose}
    />
  )
}
