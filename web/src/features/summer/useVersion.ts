import { useRef } from 'react'
import { isProblem } from '@/lib/problem'

/**
 * A form that was opened on an old version is refused once and says so; pressing again saves on the version that the
 * server has told of. Nothing typed is lost.
 */
export function useVersion(row: { version: number } | undefined) {
  const version = useRef(row?.version ?? 0)
  return async <T>(run: (version: number) => Promise<T>): Promise<T> => {
    try {
      return await run(version.current)
    } catch (error) {
      const current = isProblem(error, 412) ? (error.current as { version?: number } | null) : null
      if (current?.version) version.current = current.version
      throw error
    }
  }
}
