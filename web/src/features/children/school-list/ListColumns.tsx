import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { HandoverListPreview } from '@/api/types'
import { columnTexts } from '../imports/columnTexts'
import { SheetColumns } from '../imports/components/SheetColumns'
import { fieldChoices } from '../imports/fields'
import { correct, correctionCount, kindsOf, type Corrections } from '../imports/preview'
import { importTexts } from '../imports/texts'
import { catalogueQuery } from '../queries'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Notice } from '@/ui/Notice'
import { schoolListTexts } from './texts'
import styles from './list.module.css'

interface ListColumnsProps {
  preview: HandoverListPreview
  name: string
  converted: boolean
  corrections: Corrections
  busy: boolean
  onCorrect: (next: Corrections) => void
  onAgain: (convert: boolean) => void
  onOther: () => void
}

/** The columns as the import shows them; folded, because the guess is nearly always right. */
export function ListColumns(props: ListColumnsProps) {
  const { preview, name, converted, corrections, busy, onCorrect, onAgain, onOther } = props
  const t = useTexts(schoolListTexts)
  const words = useTexts(importTexts)
  const fields = useTexts(columnTexts)
  const catalogue = useQuery(catalogueQuery)
  const kinds = useMemo(() => kindsOf(preview.sheets), [preview.sheets])
  const choices = useMemo(
    () => fieldChoices(fields, words.columns, catalogue.data ?? []),
    [fields, words, catalogue.data],
  )
  const font = preview.legacy ? words.legacy.fonts[preview.legacy] : ''
  const corrected = correctionCount(corrections) > 0
  return (
    <>
      {preview.legacy && !converted ? (
        <Notice
          tone="warn"
          live
          title={words.legacy.title(font)}
          actions={
            <Button loading={busy} onClick={() => onAgain(true)}>
              {words.legacy.convert}
            </Button>
          }
        >
          {words.legacy.body}
        </Notice>
      ) : null}
      {preview.rows.length === 0 ? <Notice tone="warn">{t.none}</Notice> : null}
      <Card
        title={t.file(name)}
        aside={
          <Button size="sm" variant="default" onClick={onOther}>
            {t.other}
          </Button>
        }
      >
        <details className={styles.fold} open={preview.rows.length === 0}>
          <summary>{t.columns}</summary>
          <div className="stack">
            {kinds.map((kind) => (
              <SheetColumns
                key={kind.key}
                kind={kind}
                corrections={corrections}
                choices={choices}
                ownPlace
                onChange={(column, field) => onCorrect(correct(corrections, kind, column, field))}
              />
            ))}
            <div>
              <Button disabled={!corrected} loading={busy} onClick={() => onAgain(converted)}>
                {t.again}
              </Button>
            </div>
          </div>
        </details>
      </Card>
    </>
  )
}
