/** What went wrong, in the three ways that the screens treat differently. */
export interface FieldProblem {
  field: string
  code: string
  message: string
}

export interface ProblemBody {
  title?: string
  detail?: string | null
  code?: string
  status?: number
  errors?: FieldProblem[]
  request_id?: string | null
  allowed?: string[]
  current?: unknown
  candidates?: unknown
  challenge?: string
  bits?: number
  case_id?: string
  report_id?: string
  checks?: unknown
}

/** The server answered with a refusal (RFC 9457). Its text is already in the reader's language. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly errors: FieldProblem[]
  readonly requestId: string
  readonly allowed: string[]
  readonly current: unknown
  /** With `possible_duplicates`: the rows that may be the same child. */
  readonly candidates: unknown
  /** With `proof_required`: what the sender's machine has to find a number for. */
  readonly proof: { challenge: string; bits: number } | null
  /** With `case_stands_already`: the open case of the child. */
  readonly caseId: string | null
  /** With `report_already_there`: the report of that period. */
  readonly reportId: string | null
  /** With `report_not_ready`: what stands in the way. */
  readonly checks: unknown
  readonly retryAfter: number | null

  constructor(status: number, body: ProblemBody, retryAfter: number | null = null) {
    super(body.detail || body.title || `HTTP ${status}`)
    this.name = 'ApiProblem'
    this.status = status
    this.code = body.code ?? 'unknown'
    this.title = body.title ?? ''
    this.detail = body.detail ?? ''
    this.errors = body.errors ?? []
    this.requestId = body.request_id ?? ''
    this.allowed = body.allowed ?? []
    this.current = body.current
    this.candidates = body.candidates
    this.proof = body.challenge && body.bits ? { challenge: body.challenge, bits: body.bits } : null
    this.caseId = body.case_id ?? null
    this.reportId = body.report_id ?? null
    this.checks = body.checks
    this.retryAfter = retryAfter
  }
}

/** The server could not be reached: no network, or it does not answer. */
export class OfflineError extends Error {
  constructor() {
    super('offline')
    this.name = 'OfflineError'
  }
}

export function isProblem(error: unknown, status?: number): error is ApiProblem {
  return error instanceof ApiProblem && (status === undefined || error.status === status)
}

export function isOffline(error: unknown): boolean {
  return error instanceof OfflineError
}
