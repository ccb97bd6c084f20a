import { lazy, Suspense } from 'react'
import { useCan } from '@/app/session'
import { ApiProblem } from '@/lib/problem'
import { ErrorState } from '@/ui/ErrorState'
import { PageSkeleton } from '@/ui/Skeletons'
import { MineList } from './components/MineList'

const DeskList = lazy(() => import('./components/DeskList'))

/** One address: the desk's list for those who decide, one's own for everybody else. */
export default function ConcernsPage() {
  const can = useCan()
  if (!can('concerns', 'read')) return <ErrorState error={new ApiProblem(403, {})} />
  if (!can('concerns', 'update')) return <MineList />
  return (
    <Suspense fallback={<PageSkeleton />}>
      <DeskList />
    </Suspense>
  )
}
