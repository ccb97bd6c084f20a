import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Report, ReportChanges } from '@/api/types'
import { isProblem } from '@/lib/problem'
import { StaleCompare } from '@/ui/StaleCompare'
import { toast } from '@/ui/toast'
import { patchReport, reportQuery } from './queries'

export interface Change {
  /** What the person calls it: the section, the indicator. */
  label: string
  body: ReportChanges
  /** The part that is changed, as text: as it was when the writing began, as it shall be, as a version has it. */
  base: string
  mine: string
  of: (report: Report) => string
  done: string
}

interface Asked {
  change: Change
  theirs: string
  reply: (mine: boolean | null) => void
}

/**
 * Saves one part of a report. Several people write one report, each another part: a newer version whose part is still
 * the same is written upon; where somebody changed the same part, both are shown and the person chooses.
 */
export function useWriting(report: Report) {
  const queries = useQueryClient()
  const [asked, setAsked] = useState<Asked | null>(null)
  const keep = (next: Report) => {
    queries.setQueryData(reportQuery(next.id).queryKey, next)
    void queries.invalidateQueries({ queryKey: ['reports', 'list'] })
    void queries.invalidateQueries({ queryKey: ['reports', 'due'] })
  }
  const send = async (change: Change, version: number): Promise<boolean> => {
    try {
      keep(await patchReport({ id: report.id, version }, change.body))
      toast.ok(change.done)
      return true
    } catch (error) {
      if (!isProblem(error, 412) || !error.current) throw error
      const current = error.current as Report
      keep(current)
      const theirs = change.of(current)
      if (theirs === change.base) return await send(change, current.version)
      if (theirs === change.mine) return true
      const mine = await new Promise<boolean | null>((reply) => setAsked({ change, theirs, reply }))
      setAsked(null)
      if (mine === null) return false
      return mine ? await send({ ...change, base: theirs }, current.version) : true
    }
  }
  const compare: ReactNode = asked ? (
    <StaleCompare
      differences={[{ field: 'part', label: asked.change.label, mine: asked.change.mine, theirs: asked.theirs }]}
      onCancel={() => asked.reply(null)}
      onResolve={(keepMine) => asked.reply(keepMine.has('part'))}
    />
  ) : null
  /** True: saved, or the other version was chosen; false: the person goes on writing. */
  const save = (change: Change) => send(change, report.version)
  return { save, compare }
}

export type Writing = ReturnType<typeof useWriting>
