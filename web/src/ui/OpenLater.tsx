import { Suspense, useState, type ComponentType, type ReactNode } from 'react'

import { Guard } from './Guard'

export interface OpenProps {
  onClick: () => void
  'aria-expanded': boolean
}

interface OpenLaterProps {
  panel: ComponentType<{ button: (open: OpenProps) => ReactNode }>
  children: (open: OpenProps) => ReactNode
}

/** A button whose panel (floating code and all) is fetched at the first press; it opens as soon as it is there. */
export function OpenLater({ panel: Panel, children }: OpenLaterProps) {
  const [wanted, setWanted] = useState(false)
  const alone = children({ onClick: () => setWanted(true), 'aria-expanded': false })
  return wanted ? (
    <Guard onFailure={() => setWanted(false)}>
      <Suspense fallback={alone}>
        <Panel button={children} />
      </Suspense>
    </Guard>
  ) : (
    alone
  )
}
