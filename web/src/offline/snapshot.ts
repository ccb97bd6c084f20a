/** Own tasks and the home screen stay readable without a network for a day; never on a shared machine. */
import { isOffline } from '@/lib/problem'
import { recall } from '@/lib/storage'
import { keepSnapshot, readSnapshot } from './db'

export const SHARED_KEY = 'bup.shared'

export function isSharedMachine(): boolean {
  return recall<boolean>(SHARED_KEY) === true
}

export interface Kept<T> {
  value: T
  /** When the data was fetched, if it comes from the device. */
  keptAt: number | null
}

export async function withSnapshot<T>(key: string, userId: string, load: () => Promise<T>): Promise<Kept<T>> {
  try {
    const value = await load()
    if (!isSharedMachine()) void keepSnapshot(`${userId}:${key}`, userId, value)
    return { value, keptAt: null }
  } catch (error) {
    if (!isOffline(error) || isSharedMachine()) throw error
    const kept = await readSnapshot<T>(`${userId}:${key}`, userId)
    if (!kept) throw error
    return { value: kept.value, keptAt: kept.at }
  }
}
