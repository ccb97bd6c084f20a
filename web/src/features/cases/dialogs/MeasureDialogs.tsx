import type { Case, CaseMeasure } from '@/api/types'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { actTexts } from './texts'
import * as acts from '../acts'
import { fileTexts } from '../components/texts'
import { ActForm, text } from './ActForm'

interface MeasureProps {
  what: 'measure' | 'separate' | 'extend' | 'end'
  of: Case
  measure: CaseMeasure | null
  onClose: () => void
}

export function MeasureDialogs({ what, of, measure, onClose }: MeasureProps) {
  const t = useTexts(actTexts)
  const words = useTexts(fileTexts).measure
  if (what === 'measure') {
    const kinds = Object.entries(words.kind).filter(([kind]) => kind !== 'separation')
    return (
      <ActForm
        title={t.measure.title}
        body={t.measure.body}
        fields={[
          {
            name: 'kind',
            kind: 'select',
            label: t.measure.kind,
            required: true,
            data: kinds.map(([value, label]) => ({ value, label })),
          },
          { name: 'what', kind: 'area', label: t.measure.what, required: true },
          { name: 'place', kind: 'line', label: t.measure.place, hint: t.measure.placeHint },
          { name: 'responsible', kind: 'line', label: t.measure.responsible },
          { name: 'starts_at', kind: 'moment', label: t.measure.starts, hint: t.measure.startsHint },
          { name: 'ends_at', kind: 'moment', label: t.measure.ends },
        ]}
        go={t.save}
        done={t.measure.done}
        send={(values, key) =>
          acts.addMeasure(of, key, {
            kind: values['kind'] as CaseMeasure['kind'],
            what: text(values['what']),
            place: text(values['place']),
            responsible: text(values['responsible']),
            starts_at: (values['starts_at'] as string | null) || null,
            ends_at: (values['ends_at'] as string | null) || null,
          })
        }
        onClose={onClose}
      />
    )
  }
  if (what === 'separate' || (what === 'extend' && measure)) {
    // By the server's count; it judges again when it is sent.
    const limit = measure ? measure.latest_end_at : of.separation_until
    const ends = limit && {
      hint: t.separate.limit(formatInstant(limit)),
      check: { ok: (end: string) => Date.parse(end) <= Date.parse(limit), message: t.separate.tooLong },
    }
    if (what === 'extend' && measure) {
      return (
        <ActForm
          title={t.extend.title}
          fields={[
            { name: 'ends_at', kind: 'moment', label: t.extend.ends, required: true, ...ends },
            { name: 'reason', kind: 'area', label: t.extend.reason, required: true },
          ]}
          go={t.extend.send}
          done={t.extend.done}
          send={(values, key) =>
            acts.extendSeparation(of, measure.id, key, {
              ends_at: values['ends_at'] as string,
              reason: text(values['reason']),
            })
          }
          onClose={onClose}
        />
      )
    }
    return (
      <ActForm
        title={t.separate.title}
        body={t.separate.body}
        fields={[
          { name: 'ends_at', kind: 'moment', label: t.separate.ends, required: true, ...ends },
          { name: 'reason', kind: 'area', label: t.separate.reason, required: true },
          { name: 'responsible', kind: 'line', label: t.separate.responsible, required: true },
          { name: 'place', kind: 'line', label: t.separate.place, hint: t.measure.placeHint },
          { name: 'number', kind: 'line', label: t.separate.number, max: 60 },
        ]}
        go={t.separate.send}
        danger
        done={t.separate.done}
        send={(values, key) =>
          acts.separate(of, key, {
            starts_at: null,
            ends_at: values['ends_at'] as string,
            reason: text(values['reason']),
            responsible: text(values['responsible']),
            place: text(values['place']),
            number: text(values['number']),
          })
        }
        onClose={onClose}
      />
    )
  }
  if (!measure) return null
  const apart = measure.kind === 'separation'
  return (
    <ActForm
      title={t.end.title}
      body={words.kind[measure.kind]}
      fields={[{ name: 'note', kind: 'area', label: apart ? t.end.noteSeparation : t.end.note, required: apart }]}
      go={t.end.send}
      done={t.end.done}
      send={(values, key) => acts.endMeasure(of, measure.id, key, text(values['note']))}
      onClose={onClose}
    />
  )
}
