import { useQuery } from '@tanstack/react-query'
import { Navigate, Outlet } from 'react-router'
import { setupQuery } from '@/api/queries'

/** A server without a ward has one page only. Whoever is signed in never asks: their ward is there. */
export function SetupGate() {
  const state = useQuery(setupQuery)
  return state.data?.needed ? <Navigate to="/cai-dat" replace /> : <Outlet />
}
