import { useState } from 'react'
import * as z from 'zod/mini'
import type { Report } from '@/api/types'
import { formatDate } from '@/lib/dates'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card, Facts } from '@/ui/Card'
import { Textarea, TextInput } from '@/ui/inputs'
import { Sheet } from '@/ui/Modal'
import { useHouseForm } from '@/ui/useHouseForm'
import { reportTexts } from '../texts'
import type { Writing } from '../useWriting'

/** What stands around the text (Decree 30/2020): number, day, to whom. */
export function HeadCard({ report, writing }: { report: Report; writing?: Writing }) {
  const t = useTexts(reportTexts).head
  const [editing, setEditing] = useState(false)
  const { head } = report
  return (
    <Card
      title={t.title}
      aside={
        writing ? (
          <Button size="sm" variant="default" className="no-print" onClick={() => setEditing(true)}>
            {t.edit}
          </Button>
        ) : undefined
      }
    >
      <Facts
        items={[
          [t.number, head.number ?? t.noNumber],
          head.issued_on ? [t.issuedOn, formatDate(head.issued_on)] : null,
          [t.addressee, head.addressee || t.none],
          [
            t.recipients,
            head.recipients.length > 0 ? (
              <span key="recipients" className="pre">
                {head.recipients.join('\n')}
              </span>
            ) : (
              t.none
            ),
          ],
        ]}
      />
      {editing && writing ? <HeadDialog report={report} writing={writing} onClose={() => setEditing(false)} /> : null}
    </Card>
  )
}

interface Values {
  title: string
  addressee: string
  recipients: string
}

const textOf = ({ title, addressee, recipients }: Values) => [title, addressee, recipients].join('\n')
const valuesOf = (report: Report): Values => ({
  title: report.title,
  addressee: report.head.addressee,
  recipients: report.head.recipients.join('\n'),
})

function HeadDialog({ report, writing, onClose }: { report: Report; writing: Writing; onClose: () => void }) {
  const t = useTexts(reportTexts).head
  const [base] = useState(() => valuesOf(report))
  const house = useHouseForm<Values>({
    initial: base,
    schema: z.object({ title: z.string().check(z.refine((text) => text.trim() !== '', t.nameMissing)) }),
    send: async (values): Promise<void> => {
      const lines = values.recipients.split('\n').map((line) => line.trim())
      const done = await writing.save({
        label: t.title,
        body: {
          title: values.title,
          head: { ...report.head, addressee: values.addressee.trim(), recipients: lines.filter(Boolean) },
        },
        base: textOf(base),
        mine: textOf(values),
        of: (newer) => textOf(valuesOf(newer)),
        done: t.saved,
      })
      if (done) onClose()
    },
  })
  return (
    <Sheet opened onClose={onClose} title={t.edit}>
      <form className="stack" onSubmit={(event) => void house.onSubmit(event)} noValidate>
        {house.summary}
        <Textarea label={t.name} autosize maxLength={300} {...house.field('title')} />
        <TextInput label={t.addressee} maxLength={300} {...house.field('addressee')} />
        <Textarea
          label={t.recipients}
          description={t.recipientsHint}
          autosize
          minRows={3}
          {...house.field('recipients')}
        />
        <div>
          <Button type="submit" loading={house.busy}>
            {t.save}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
