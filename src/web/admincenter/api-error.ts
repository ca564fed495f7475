type Params = Record<string, string | number>

/** A request that was refused. `code` is one of domain/errors.ts, or `offline` / `unexpected` where the server gave none. */
export class ApiError extends Error {
  readonly code: string
  readonly fields: Record<string, string>
  readonly params: Params

  constructor(code: string, fields: Record<string, string> = {}, params: Params = {}) {
    super(code)
    this.name = 'ApiError'
    this.code = code
    this.fields = fields
    this.params = params
  }

  static async of(response: Response): Promise<ApiError> {
    const body: unknown = await response.json().catch(() => null)
    if (!isRecord(body) || typeof body.error !== 'string') {
      return new ApiError(response.status === 502 || response.status === 504 ? 'offline' : 'unexpected')
    }
    return new ApiError(body.error, strings(body.fields), params(body.params))
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function strings(value: unknown): Record<string, string> {
  if (!isRecord(value)) return {}
  return Object.fromEntries(
    Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )
}

function params(value: unknown): Params {
  if (!isRecord(value)) return {}
  const plain = (pair: [string, unknown]): pair is [string, string | number] =>
    typeof pair[1] === 'string' || typeof pair[1] === 'number'
  return Object.fromEntries(Object.entries(value).filter(plain))
}
