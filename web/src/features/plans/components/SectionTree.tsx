import { useQuery } from '@tanstack/react-query'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import type { Plan, Section } from '@/api/types'
import { useTexts } from '@/lib/i18n'
import { Button, IconButton } from '@/ui/Button'
import { Card } from '@/ui/Card'
import { ask } from '@/ui/ConfirmDialog'
import { EmptyState } from '@/ui/EmptyState'
import { Menu } from '@/ui/Menu'
import { useAct } from '@/ui/useAct'
import { dropSection, PLAN_TOUCHES, summaryQuery } from '../queries'
import { planTexts } from '../texts'
import styles from './plans.module.css'
import { SectionDialog } from './SectionDialog'

type Editing = { section: Section | null; parent: string | null }

export function SectionTree({ plan }: { plan: Plan }) {
  const t = useTexts(planTexts)
  const editable = plan.allowed_actions.includes('edit')
  const summary = useQuery(summaryQuery(plan.id))
  const counts = new Map(summary.data?.by_section.map((row) => [row.section_id, row.counts.total]))
  const { act } = useAct(PLAN_TOUCHES)
  const [editing, setEditing] = useState<Editing | null>(null)
  useEffect(() => {
    if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView()
  }, [])
  const children = (parent: string | null) =>
    plan.sections.filter((s) => (s.parent_id ?? null) === parent).toSorted((a, b) => a.position - b.position)
  const remove = async (section: Section) => {
    const answer = await ask({
      title: t.section.removeTitle,
      body: t.section.removeBody,
      confirm: t.section.remove,
      danger: true,
    })
    if (answer.yes) await act('drop', () => dropSection(plan, section.id), t.section.removed)
  }
  const branch = (parent: string | null) => {
    const own = children(parent)
    if (own.length === 0) return null
    return (
      <ul className={parent === null ? styles.tree : undefined}>
        {own.map((section) => {
          const n = counts.get(section.id) ?? 0
          return (
            <li key={section.id}>
              <div className={styles.node} id={`muc-${section.id}`}>
                <div className={styles.nodeHead}>
                  <h3>
                    {section.path}. {section.title}
                  </h3>
                  <span className="row" style={{ flex: 'none', gap: 4 }}>
                    {n > 0 ? (
                      <Link to={`/viec?ke-hoach=${plan.id}&muc=${section.id}`} className="nowrap">
                        {t.one.tasksOf(n)}
                      </Link>
                    ) : null}
                    {editable ? (
                      <Menu position="bottom-end">
                        <Menu.Target>
                          <IconButton label={t.section.menu(section.path)}>
                            <IconDots size={18} aria-hidden />
                          </IconButton>
                        </Menu.Target>
                        <Menu.Dropdown>
                          <Menu.Item onClick={() => setEditing({ section, parent: section.parent_id ?? null })}>
                            {t.section.edit}
                          </Menu.Item>
                          <Menu.Item onClick={() => setEditing({ section: null, parent: section.id })}>
                            {t.section.addChild}
                          </Menu.Item>
                          {plan.status === 'draft' && n === 0 && children(section.id).length === 0 ? (
                            <Menu.Item color="red" onClick={() => void remove(section)}>
                              {t.section.remove}
                            </Menu.Item>
                          ) : null}
                        </Menu.Dropdown>
                      </Menu>
                    ) : null}
                  </span>
                </div>
                {section.body ? <p className={styles.body}>{section.body}</p> : null}
              </div>
              {branch(section.id)}
            </li>
          )
        })}
      </ul>
    )
  }
  return (
    <Card
      title={t.one.content}
      aside={
        editable ? (
          <Button
            size="sm"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setEditing({ section: null, parent: null })}
          >
            {t.section.add}
          </Button>
        ) : null
      }
    >
      {plan.sections.length === 0 ? <EmptyState title={t.section.none} /> : branch(null)}
      {editing ? (
        <SectionDialog plan={plan} section={editing.section} parent={editing.parent} onClose={() => setEditing(null)} />
      ) : null}
    </Card>
  )
}
