import { Agent, request } from 'node:https'

/** A person signed in over real HTTPS, as the browser is: session cookie and CSRF token. */
export interface ApiClient {
  /** The reply's JSON. Rejects when the status is not 200, or no answer came. */
  call<T>(method: string, path: string, body?: unknown): Promise<T>
  /** Status and JSON of any answer. */
  request(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }>
  close(): void
}

interface Access {
  /** `https://localhost:8443` */
  origin: string
  ca: string
  login: string
  oneTimePassword: string
}

/** Signs in and renews the one-time password, as one must. */
export async function createApiClient({ origin, ca, login, oneTimePassword }: Access): Promise<ApiClient> {
  const agent = new Agent({ ca, keepAlive: true, maxSockets: 8 })
  const headers: Record<string, string> = {}
  const send = (method: string, path: string, body?: unknown) =>
    exchange({ agent, headers }, method, origin + path, body)

  const signedIn = await send('POST', '/api/session', { login, password: oneTimePassword })
  if (signedIn.status !== 200) throw new Error(`${login} cannot sign in: ${JSON.stringify(signedIn.body)}`)
  headers.cookie = signedIn.cookies.map((cookie) => cookie.split(';')[0]).join('; ')
  headers['x-csrf-token'] = (signedIn.body as { csrfToken: string }).csrfToken
  const next = `${oneTimePassword}-renewed`
  const renewed = await send('POST', '/api/session/password', { current: oneTimePassword, next })
  if (renewed.status !== 200) throw new Error(`${login} cannot renew the password: ${JSON.stringify(renewed.body)}`)

  return {
    async call<T>(method: string, path: string, body?: unknown) {
      const reply = await send(method, path, body)
      if (reply.status !== 200) throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`)
      // The test names the shape of what it asks for.
      return reply.body as T
    },
    request: send,
    close: () => agent.destroy(),
  }
}

interface Reply {
  status: number
  body: unknown
  cookies: string[]
}

function exchange(
  { agent, headers }: { agent: Agent; headers: Record<string, string> },
  method: string,
  url: string,
  body: unknown,
): Promise<Reply> {
  const payload = body === undefined ? undefined : JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { agent, method, headers: { ...headers, ...(payload !== undefined && { 'content-type': 'application/json' }) } },
      (reply) => {
        let text = ''
        reply.setEncoding('utf8')
        reply.on('data', (part: string) => {
          text += part
        })
        reply.on('end', () =>
          resolve({
            status: reply.statusCode ?? 0,
            body: text === '' ? null : JSON.parse(text),
            cookies: reply.headers['set-cookie'] ?? [],
          }),
        )
        reply.on('error', reject)
      },
    )
    sent.on('error', reject)
    sent.end(payload)
  })
}
