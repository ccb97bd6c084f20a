import { lazy, Suspense, useSyncExternalStore, type ReactNode } from 'react'
import { Guard } from './Guard'

const Dialog = lazy(() => import('./QuestionDialog'))

export interface Question {
  title: string
  body?: ReactNode
  /** The verb itself ("Hủy việc"), never "OK". */
  confirm: string
  danger?: boolean
  /** Asks for a reason that is required. */
  reason?: { label: string; hint?: string; missing: string }
}

export type Reply = { yes: true; reason: string } | { yes: false }
let asked: { question: Question; reply: (answer: Reply) => void } | null = null
const listeners = new Set<() => void>()

function change(next: typeof asked): void {
  asked = next
  for (const tell of listeners) tell()
}

/** `const answer = await ask({...}); if (answer.yes) …` */
export function ask(question: Question): Promise<Reply> {
  asked?.reply({ yes: false })
  return new Promise((resolve) => change({ question, reply: resolve }))
}

function subscribe(tell: () => void) {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

export function ConfirmHost() {
  const current = useSyncExternalStore(subscribe, () => asked)
  if (!current) return null
  return (
    <Guard
      onFailure={() => {
        change(null)
        current.reply({ yes: false })
      }}
    >
      <Suspense>
        <Dialog
          question={current.question}
          onReply={(answer) => {
            change(null)
            current.reply(answer)
          }}
        />
      </Suspense>
    </Guard>
  )
}
