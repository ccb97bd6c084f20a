import { IconPrinter } from '@tabler/icons-react'
import type { Case, CaseCatalogue, CaseForm } from '@/api/types'
import { formatInstant } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { EmptyState } from '@/ui/EmptyState'
import { Card } from '@/ui/Card'
import { Notice } from '@/ui/Notice'
import { Page } from '@/ui/Page'
import { usePaper } from '../components/usePaper'
import { fileTexts } from '../components/texts'
import { formTexts } from './texts'
import { loadPaper } from '../queries'
import { PART_OF, type FormKind } from '../steps'
import { FormRead } from './FormRead'

interface ReaderProps {
  of: Case
  form: CaseForm
  catalogue: CaseCatalogue
  kind: FormKind
  onAgain?: () => void
}

export function FormReader({ of, form, catalogue, kind, onAgain }: ReaderProps) {
  const t = useTexts(formTexts)
  const words = useTexts(fileTexts).forms
  const { print, busy } = usePaper()
  // A plan is printed whole: for those who see the whole of it.
  const prints = of.parts.includes(kind === 'support_plan' ? 'log' : PART_OF[kind])
  return (
    <Page
      title={words.name[kind]}
      tab={t.tab(words.short[kind], of.code)}
      back={{ to: `/ho-so/${of.id}`, label: of.code }}
      subtitle={of.child.full_name || undefined}
      actions={
        form.completed_at && prints ? (
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            loading={busy === kind}
            onClick={() => void print(kind, () => loadPaper(of.id, kind), `${of.code}-${kind}`)}
          >
            {t.print}
          </Button>
        ) : undefined
      }
    >
      {form.completed_at ? (
        <Notice
          tone="ok"
          actions={
            onAgain ? (
              <Button variant="default" size="sm" onClick={onAgain}>
                {t.again}
              </Button>
            ) : undefined
          }
        >
          {t.done(form.completed_by?.full_name ?? '', formatInstant(form.completed_at))}
          {onAgain ? ` ${t.againHint}` : ''}
        </Notice>
      ) : null}
      {form.version === 0 ? (
        <Card>
          <EmptyState>{words.none}</EmptyState>
        </Card>
      ) : (
        <FormRead kind={kind} catalogue={catalogue} content={form.content} />
      )}
    </Page>
  )
}
