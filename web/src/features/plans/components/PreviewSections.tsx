import { IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { Preview, PreviewSection, PreviewTask } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { paragraphsOf, pathsOf, rowsOf } from '../preview'
import { planTexts } from '../texts'
import styles from './plans.module.css'
import { PreviewTaskCard } from './PreviewTaskCard'

interface PreviewSectionsProps {
  preview: Preview
  onTask: (key: string, change: Partial<PreviewTask>) => void
  onRemove: (key: string) => void
  onAdd: (sectionKey: string | null, source: string | null) => void
}

export function PreviewSections({ preview, onTask, onRemove, onAdd }: PreviewSectionsProps) {
  const t = useTexts(planTexts).preview
  const paths = useMemo(() => pathsOf(preview.sections), [preview.sections])
  const loose = preview.tasks.filter((task) => !preview.sections.some((s) => s.key === task.section_key))
  const card = (task: PreviewTask) => (
    <PreviewTaskCard
      key={task.key}
      task={task}
      onChange={(change) => onTask(task.key, change)}
      onRemove={() => onRemove(task.key)}
    />
  )
  const withTasks = (section: PreviewSection) => preview.tasks.some((task) => task.section_key === section.key)
  return (
    <>
      <div className={styles.heads}>
        <span>{t.source}</span>
        <span>{t.proposed}</span>
      </div>
      {loose.length > 0 ? (
        <Card title={t.rest}>
          <div className="stack-2">{loose.map(card)}</div>
        </Card>
      ) : null}
      {preview.sections.map((section) => (
        <section key={section.key} id={`section-${section.key}`} className={styles.section}>
          <Card
            title={`${paths.get(section.key)}. ${section.title}`}
            aside={
              withTasks(section) ? null : (
                <Button
                  size="sm"
                  variant="subtle"
                  leftSection={<IconPlus size={16} aria-hidden />}
                  onClick={() => onAdd(section.key, null)}
                >
                  {t.addSection}
                </Button>
              )
            }
          >
            {withTasks(section) ? (
              rowsOf(section, preview.tasks).map((row) => (
                <div
                  key={row.id}
                  id={`row-${row.id}`}
                  className={styles.row}
                  data-plain={row.tasks.length === 0 || undefined}
                >
                  <p className={`${styles.paragraph} ${row.tasks.length > 0 && row.paragraph ? styles.read : ''}`}>
                    {row.paragraph ?? t.rest}
                  </p>
                  <div className="stack-2">
                    {row.tasks.map(card)}
                    {row.tasks.length === 0 && row.paragraph ? (
                      <div>
                        <Button
                          size="sm"
                          variant="subtle"
                          leftSection={<IconPlus size={16} aria-hidden />}
                          onClick={() => onAdd(section.key, row.paragraph)}
                        >
                          {t.addHere}
                        </Button>
                      </div>
                    ) : null}
                  </div>
                </div>
              ))
            ) : section.body.trim() ? (
              <details>
                <summary style={{ minHeight: 44, cursor: 'pointer' }}>{t.open}</summary>
                {paragraphsOf(section.body).map((paragraph, index) => (
                  <div key={paragraph} id={`row-${section.key}-${index}`} className={styles.row} data-plain>
                    <p className={styles.paragraph}>{paragraph}</p>
                    <div>
                      <Button
                        size="sm"
                        variant="subtle"
                        leftSection={<IconPlus size={16} aria-hidden />}
                        onClick={() => onAdd(section.key, paragraph)}
                      >
                        {t.addHere}
                      </Button>
                    </div>
                  </div>
                ))}
              </details>
            ) : (
              <p className="second">{t.noTasks}</p>
            )}
          </Card>
        </section>
      ))}
    </>
  )
}
