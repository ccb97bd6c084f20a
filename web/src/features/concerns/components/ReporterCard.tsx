import { useState } from 'react'
import type { Concern, Reporter } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card, Facts } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { useAct } from '@/ui/useAct'
import { revealReporter } from '../queries'
import { concernTexts } from '../texts'

/** The officer works with the name; the leader asks for it, and the look is recorded. */
export function ReporterCard({ concern }: { concern: Concern }) {
  const texts = useTexts(concernTexts)
  const t = texts.reporter
  const [shown, setShown] = useState<Reporter | null>(null)
  const { act, busy } = useAct([])
  const reporter = concern.reporter ?? shown
  const show = async () => {
    const answer = await ask({ title: t.askTitle, body: t.askBody, confirm: t.askDo })
    if (answer.yes) setShown(await act('reveal', (key) => revealReporter(concern.id, key)))
  }
  const fact = (label: string, value: string | undefined): [string, string] | null => (value ? [label, value] : null)
  return (
    <Card title={t.title}>
      {reporter ? (
        <div className="stack-2">
          <Facts
            items={[
              fact(texts.form.name, reporter.name),
              reporter.phone
                ? [
                    texts.form.phone,
                    <a key="p" href={`tel:${reporter.phone.replace(/[^\d+]/g, '')}`} className="num">
                      {reporter.phone}
                    </a>,
                  ]
                : null,
              fact(texts.form.address, reporter.address),
              fact(texts.form.note, reporter.note),
            ]}
          />
          <p className="second">{shown ? `${t.secret} ${t.recorded}` : t.secret}</p>
        </div>
      ) : concern.has_reporter ? (
        <div className="stack-2">
          <p>{t.hidden}</p>
          <div>
            <Button size="sm" variant="default" loading={busy !== null} onClick={() => void show()}>
              {t.show}
            </Button>
          </div>
        </div>
      ) : (
        <p className="muted">{t.none}</p>
      )}
    </Card>
  )
}
