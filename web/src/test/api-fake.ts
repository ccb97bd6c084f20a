/** A small typed fake of the API for unit tests: answers by method and path, and remembers what was asked. */
import { vi } from 'vitest'
import type { paths } from '@/api/schema'

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'
export interface Asked {
  method: string
  path: string
  headers: Headers
  body: unknown
}
export interface Reply {
  status?: number
  body?: unknown
  headers?: Record<string, string>
}
type Answer = Reply | ((asked: Asked) => Reply | Promise<Reply>)

export function fakeApi() {
  const answers = new Map<string, Answer>()
  const asked: Asked[] = []
  const fetch = vi.fn(async (input: Request): Promise<Response> => {
    const url = new URL(input.url)
    const json = input.headers.get('content-type')?.includes('json')
    const one: Asked = {
      method: input.method,
      path: url.pathname + url.search,
      headers: new Headers(input.headers),
      body: json ? await input.clone().json() : null,
    }
    asked.push(one)
    const answer = answers.get(`${input.method} ${url.pathname}`)
    if (!answer) return new Response(JSON.stringify({ code: 'not_found', status: 404 }), { status: 404 })
    const reply = typeof answer === 'function' ? await answer(one) : answer
    const status = reply.status ?? 200
    return new Response(status === 204 ? null : JSON.stringify(reply.body ?? {}), {
      status,
      headers: { 'content-type': 'application/json', ...reply.headers },
    })
  })
  vi.stubGlobal('fetch', fetch)
  return {
    asked,
    /** The path must be one of the API's; parameters are filled in. */
    on(method: Method, path: keyof paths & string, answer: Answer, parameters: Record<string, string> = {}) {
      const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? 'x')
      answers.set(`${method} ${filled}`, answer)
    },
  }
}
