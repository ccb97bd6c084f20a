import './ui/tokens.css'
import './ui/fonts.css'
import './ui/mantine.css'
import './ui/base.css'
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { router } from './app/router'
import { currentLanguage, onLanguageChange } from './lib/i18n'
import { watchAttention } from './lib/attention'
import { newest } from './lib/newest'
import { isProblem } from './lib/problem'
import { UiProvider } from './ui/UiProvider'

document.documentElement.lang = currentLanguage()

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      // Asked for since the page was opened (a new role, a new setting): who I am says so, and the gate leads there.
      if (isProblem(error, 403) && error.code === 'otp_setup_required') {
        void queries.invalidateQueries({ queryKey: ['me'] })
      }
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      structuralSharing: newest,
      // Refusals do not change by asking again; a busy server may.
      retry: (count, error) => isProblem(error) && (error.status >= 500 || error.status === 429) && count < 2,
      // Our own store knows whether the server answers; the browser's flag only knows the cable.
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})

watchAttention()

// The server's own sentences (messages, refusals) are asked for again in the new language.
onLanguageChange(() => void queries.invalidateQueries())

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <UiProvider>
        <RouterProvider router={router} />
      </UiProvider>
    </QueryClientProvider>
  </StrictMode>,
)
