import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useCan } from '@/app/session'
import { ObstacleTag } from '@/ui/tags'
import { Notice } from '@/ui/Notice'
import { taskObstaclesQuery } from '../queries'

/** What is in the way of this task, if anything is. */
export function TaskObstacles({ taskId }: { taskId: string }) {
  const can = useCan()
  const query = useQuery({ ...taskObstaclesQuery(taskId), enabled: can('obstacles', 'read') })
  const open = query.data?.items.filter((obstacle) => obstacle.status !== 'closed') ?? []
  if (open.length === 0) return null
  return (
    <>
      {open.map((obstacle) => (
        <Notice key={obstacle.id} tone={obstacle.status === 'answered' ? 'info' : 'warn'}>
          <span className="row">
            <Link to={`/vuong-mac/${obstacle.id}`}>{obstacle.title}</Link>
            <ObstacleTag status={obstacle.status} />
          </span>
        </Notice>
      ))}
    </>
  )
}
