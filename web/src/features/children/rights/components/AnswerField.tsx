import type { ReactNode } from 'react'
import { useTexts } from '@/lib/i18n'
import { Radio } from '@/ui/Radio'
import { rightsTexts } from '../texts'

/** As `useHouseForm` gives a field. */
interface AnswerFieldProps {
  id: string
  label: string
  description?: ReactNode
  value?: string | null
  error?: ReactNode
  onChange: (value: string) => void
}

/** Agrees or not; neither is chosen before somebody says so. */
export function AnswerField({ id, label, description, value, error, onChange }: AnswerFieldProps) {
  const t = useTexts(rightsTexts).consent
  return (
    <Radio.Group label={label} description={description} value={value} error={error} onChange={onChange}>
      <div className="row" style={{ marginBlock: 8, gap: 24 }}>
        <Radio id={id} value="yes" label={t.yes} />
        <Radio value="no" label={t.no} />
      </div>
    </Radio.Group>
  )
}
