import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { SafetyRisk } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button, IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { Textarea, TextInput } from '@/ui/inputs'
import { Select } from '@/ui/Select'
import { levelOf, weight } from '../content'
import { safetyTexts } from '../texts'
import { LevelTag } from './SafetyTag'
import styles from './safety.module.css'

type Part = (path: string) => { id: string; error?: React.ReactNode }

interface Props {
  risks: SafetyRisk[]
  part: Part
  onChange: (risks: SafetyRisk[]) => void
}

/** Dangers with their weight in words. */
export function RiskFields({ risks, part, onChange }: Props) {
  const t = useTexts(safetyTexts).form
  const set = (at: number, change: Partial<SafetyRisk>) =>
    onChange(risks.map((risk, index) => (index === at ? { ...risk, ...change } : risk)))
  const scale = (words: string[]) => words.map((label, at) => ({ value: String(at + 1), label }))
  const at = (index: number, name: keyof SafetyRisk) => {
    const { id, error } = part(`risks.${index}.${name}`)
    return { id, error }
  }
  return (
    <Card title={t.risks}>
      <div className="stack">
        <p className="second">{t.risksHint}</p>
        {risks.map((risk, index) => (
          // Lines of a list that is edited: their place is their identity.
          <fieldset key={index} className={styles.entry}>
            <legend>
              {t.risk(index + 1)} <LevelTag level={levelOf(weight(risk))} score={weight(risk)} />
            </legend>
            <TextInput
              {...at(index, 'what')}
              label={t.what}
              maxLength={300}
              value={risk.what}
              onChange={(event) => set(index, { what: event.currentTarget.value })}
            />
            <div className="cols-2">
              <Select
                {...at(index, 'likelihood')}
                label={t.likelihood}
                data={scale(t.likelihoods)}
                allowDeselect={false}
                value={String(risk.likelihood)}
                onChange={(value) => set(index, { likelihood: Number(value) })}
              />
              <Select
                {...at(index, 'harm')}
                label={t.harm}
                data={scale(t.harms)}
                allowDeselect={false}
                value={String(risk.harm)}
                onChange={(value) => set(index, { harm: Number(value) })}
              />
            </div>
            <Textarea
              {...at(index, 'measure')}
              label={t.measure}
              autosize
              minRows={2}
              maxLength={2000}
              value={risk.measure}
              onChange={(event) => set(index, { measure: event.currentTarget.value })}
            />
            <IconButton
              className={styles.remove}
              label={t.removeRisk(index + 1)}
              tone="light"
              onClick={() => onChange(risks.filter((_, other) => other !== index))}
            >
              <IconTrash size={20} aria-hidden />
            </IconButton>
          </fieldset>
        ))}
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => onChange([...risks, { what: '', likelihood: 3, harm: 3, measure: '' }])}
          >
            {t.addRisk}
          </Button>
        </div>
      </div>
    </Card>
  )
}
