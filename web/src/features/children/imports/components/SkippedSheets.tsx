import { useLanguage, useTexts } from '@/lib/i18n'
import { Card } from '@/ui/Card'
import type { ImportSheet } from '../queries'
import { importTexts } from '../texts'

/** Sheets of which nothing was read, each with the server's reason. */
export function SkippedSheets({ sheets }: { sheets: ImportSheet[] }) {
  const t = useTexts(importTexts).columns
  const language = useLanguage()
  const skipped = sheets.filter((sheet) => sheet.skipped)
  if (skipped.length === 0) return null
  return (
    <Card title={t.skipped(skipped.length)}>
      <ul className="stack-2" style={{ paddingInlineStart: 20 }}>
        {skipped.map((sheet) => (
          <li key={sheet.name}>
            <strong>{sheet.name}</strong>
            {sheet.hidden ? ` (${t.hidden.toLowerCase()})` : ''}
            {': '}
            {language === 'en' ? sheet.skipped!.message_en : sheet.skipped!.message_vi}
          </li>
        ))}
      </ul>
    </Card>
  )
}
