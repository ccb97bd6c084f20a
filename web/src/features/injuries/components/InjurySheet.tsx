import { useQuery } from '@tanstack/react-query'
import type { Injury } from '@/api/types'
import { formatDate } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button, LinkButton } from '@/ui/Button'
import { Facts } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { Sheet } from '@/ui/Modal'
import { PersonName } from '@/ui/PersonName'
import { QueryView } from '@/ui/QueryView'
import { Select } from '@/ui/Select'
import { useAct } from '@/ui/useAct'
import { OUTCOMES } from '../filters'
import { cancelInjury, INJURY_TOUCHES, injuryQuery, patchInjury } from '../queries'
import { injuryTexts } from '../texts'

/** One record with what happened. */
export function InjurySheet({ id, onClose }: { id: string; onClose: () => void }) {
  const texts = useTexts(injuryTexts)
  const t = texts.one
  const query = useQuery(injuryQuery(id))
  const { act } = useAct(INJURY_TOUCHES)
  const cancel = async (version: number) => {
    const reason = { label: t.reason, missing: t.reasonMissing }
    const answer = await ask({ title: t.cancelTitle, body: t.cancelBody, confirm: t.cancel, danger: true, reason })
    if (!answer.yes) return
    const done = await act('cancel', (key) => cancelInjury({ id, version }, key, answer.reason), t.cancelDone)
    if (done) onClose()
  }
  return (
    <Sheet opened onClose={onClose} title={t.title}>
      <QueryView query={query}>
        {(row) => {
          const fact = (label: string, value: string | null | undefined): [string, string] | null =>
            value ? [label, value] : null
          return (
            <div className="stack">
              <Facts
                items={[
                  [texts.kindLabel, texts.kind[row.kind]],
                  [texts.when, [formatDate(row.happened_on), row.time].filter(Boolean).join(', ')],
                  [
                    texts.child,
                    row.child
                      ? `${row.child.full_name}, ${texts.age(row.age)}`
                      : texts.unlisted(texts.sex[row.sex], row.age),
                  ],
                  fact(t.school, row.school?.name),
                  [
                    texts.placeLabel,
                    [texts.place[row.place_kind], row.place, row.neighborhood?.name].filter(Boolean).join(' · '),
                  ],
                  fact(texts.form.water, row.water),
                  [texts.outcomeLabel, texts.outcome[row.outcome]],
                  fact(texts.form.supervision, row.supervision),
                  fact(texts.form.description, row.description),
                  row.recorded_by ? [t.recorded, <PersonName key="p" person={row.recorded_by} unit />] : null,
                  fact(t.why, row.cancel_reason),
                ]}
              />
              {row.may_change && !row.cancelled_at ? (
                <div className="stack">
                  <Select
                    label={t.changeOutcome}
                    allowDeselect={false}
                    value={row.outcome}
                    onChange={(value) => {
                      if (!value || value === row.outcome) return
                      void act('outcome', () => patchInjury(row, { outcome: value as Injury['outcome'] }), t.changed)
                    }}
                    data={OUTCOMES.map((value) => ({ value, label: texts.outcome[value] }))}
                  />
                  <div className="row">
                    <LinkButton to={`/tai-nan/${row.id}/sua`}>{t.edit}</LinkButton>
                    <Button variant="default" onClick={() => void cancel(row.version)}>
                      {t.cancel}
                    </Button>
                  </div>
                </div>
              ) : null}
            </div>
          )
        }}
      </QueryView>
    </Sheet>
  )
}
