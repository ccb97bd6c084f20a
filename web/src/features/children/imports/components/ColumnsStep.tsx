import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useSession } from '@/app/session'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { FileDrop } from '@/ui/FileDrop'
import { Notice } from '@/ui/Notice'
import { columnTexts } from '../columnTexts'
import { fieldChoices } from '../fields'
import type { Held } from '../ImportWizard'
import { correct, correctionCount, kindsOf, mappingFor, totalOf, type Corrections } from '../preview'
import { catalogueQuery } from '@/features/children/queries'
import { readList, type ChildImport } from '../queries'
import { importTexts } from '../texts'
import { RefusalNotice } from './RefusalNotice'
import { SheetColumns } from './SheetColumns'
import { SkippedSheets } from './SkippedSheets'
import { StepHead } from './Steps'
import { ACCEPT } from './UploadStep'
import { useReader } from './useReader'
import styles from './imports.module.css'

interface ColumnsStepProps {
  one: ChildImport
  held: Held | null
  corrections: Corrections
  onCorrect: (next: Corrections) => void
  /** How many rows the person has decided about; a new reading begins them anew. */
  decided: number
  onRead: (read: ChildImport, file: File, converted: boolean) => void
  onNext: () => void
}

export function ColumnsStep({ one, held, corrections, onCorrect, decided, onRead, onNext }: ColumnsStepProps) {
  const texts = useTexts(importTexts)
  const t = texts.columns
  const fields = useTexts(columnTexts)
  const { me } = useSession()
  const catalogue = useQuery(catalogueQuery)
  const { read, busy, refusal } = useReader(readList)
  const kinds = useMemo(() => kindsOf(one.sheets), [one.sheets])
  const choices = useMemo(() => fieldChoices(fields, t, catalogue.data ?? []), [fields, t, catalogue.data])
  const corrected = correctionCount(corrections)
  const ownPlace = me.user.role === 'neighborhood' || me.user.role === 'school'
  const font = one.legacy ? texts.legacy.fonts[one.legacy] : ''

  const again = async (file: File, convert: boolean) => {
    if (decided > 0) {
      const question = { title: t.dropDecisions, body: t.dropDecisionsBody(decided), confirm: t.again, danger: true }
      if (!(await ask(question)).yes) return
    }
    const answer = await read(file, { mapping: mappingFor(one, corrections), convert })
    if (!answer) return
    onRead(answer, file, convert)
  }
  return (
    <>
      <StepHead title={texts.step.cot}>{t.intro}</StepHead>
      {refusal ? <RefusalNotice refusal={refusal} /> : null}
      {held?.again && corrected === 0 ? (
        <Notice tone="ok" live>
          {t.read}
        </Notice>
      ) : null}
      {one.legacy ? (
        held?.converted ? (
          <Notice tone="ok">{texts.legacy.converted(font)}</Notice>
        ) : (
          <Notice
            tone="warn"
            title={texts.legacy.title(font)}
            actions={
              held ? (
                <Button loading={busy} onClick={() => void again(held.file, true)}>
                  {texts.legacy.convert}
                </Button>
              ) : undefined
            }
          >
            {held ? texts.legacy.body : texts.legacy.reopened}
          </Notice>
        )
      ) : null}
      {totalOf(one.counts) === 0 ? <Notice tone="warn">{t.none}</Notice> : null}
      {kinds.map((kind) => (
        <SheetColumns
          key={kind.key}
          kind={kind}
          corrections={corrections}
          choices={choices}
          ownPlace={ownPlace}
          onChange={(column, field) => onCorrect(correct(corrections, kind, column, field))}
        />
      ))}
      <SkippedSheets sheets={one.sheets} />
      {!held ? (
        <Card title={t.needFile}>
          <div className="stack">
            <p className="muted">{t.needFileBody(one.file_name)}</p>
            <FileDrop
              label={texts.upload.drop}
              hint={texts.upload.hint}
              accept={ACCEPT}
              busy={busy}
              busyLabel={t.reading}
              onFile={(file) => void again(file, Boolean(one.legacy))}
            />
          </div>
        </Card>
      ) : null}
      <div className={styles.foot}>
        {held ? (
          <Button
            variant={corrected > 0 ? 'filled' : 'default'}
            disabled={corrected === 0}
            loading={busy}
            onClick={() => void again(held.file, held.converted)}
          >
            {corrected > 0 ? t.againChosen(corrected) : t.again}
          </Button>
        ) : (
          <span />
        )}
        <Button variant={corrected > 0 ? 'default' : 'filled'} disabled={totalOf(one.counts) === 0} onClick={onNext}>
          {texts.next}
        </Button>
      </div>
    </>
  )
}
