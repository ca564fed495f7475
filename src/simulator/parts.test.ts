import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { createBackOff } from './back-off.ts'
import { createDigestGuard } from './digest.ts'
import { makerOf } from './maker.ts'
import { phoneModels } from './models.ts'
import { createSipStream } from './sip-stream.ts'
import { printableUrl } from './text.ts'

const yealink = makerOf(phoneModels['yealink-t54w'], '001565ABCDEF')
const snom = makerOf(phoneModels['snom-d785'], '000413ABCDEF')
const head = '#!version:1.0.0.1'

test('a Yealink refuses a file whose first line is not the version line', () => {
  for (const body of ['', 'account.1.enable = 1\n', ` ${head}\n`, `\uFEFF${head}\n`, '#!version:1.0.0.2\n']) {
    expect(() => yealink.parse(body), body).toThrow(/first line/)
  }
})

test('a Yealink reads names and values, keeps inner signs, and empties a value written %NULL%', () => {
  const { settings } = yealink.parse(`${head}\r\n# no = comment\r\na.b = c = d # e\r\nx=\r\ny = %NULL%\r\nz =  1 \r\n`)
  expect([...settings]).toEqual([
    ['a.b', 'c = d # e'],
    ['x', ''],
    ['y', ''],
    ['z', '1'],
  ])
})

test('a Yealink refuses a line that is no setting and says which', () => {
  expect(() => yealink.parse(`${head}\na = 1\nstray text\n`)).toThrow('line 3 is not "name = value"')
})

test('a Yealink account without a server, without a user or with an unknown transport is refused', () => {
  const settings = (...lines: string[]) => yealink.parse([head, 'account.1.enable = 1', ...lines].join('\n')).settings
  const server = 'account.1.sip_server.1.address = pbx'
  expect(() => yealink.accounts(settings('account.1.user_name = 21'))).toThrow(/no sip_server/)
  expect(() => yealink.accounts(settings(server))).toThrow(/no user_name/)
  const dns = ['account.1.user_name = 21', 'account.1.sip_server.1.transport_type = 3']
  expect(() => yealink.accounts(settings(server, ...dns))).toThrow(/transport_type 3/)
})

test('a Yealink registers its enabled accounts alone, each with its own server', () => {
  const lines = [
    ...['account.1.enable = 0', 'account.3.enable = 1', 'account.3.user_name = 31', 'account.3.password = a b"<'],
    ...['account.3.sip_server.1.address = pbx.example.ch', 'account.3.sip_server.1.transport_type = 2'],
    ...['account.3.sip_server.1.port = 5061', 'account.3.outbound_proxy_enable = 1'],
    ...['account.3.outbound_proxy.1.address = edge.example.ch', 'account.3.outbound_proxy.1.port = 5071'],
  ]
  expect(yealink.accounts(yealink.parse([head, ...lines].join('\n')).settings)).toEqual([
    {
      index: 3,
      userName: '31',
      authName: '31',
      password: 'a b"<',
      displayName: '',
      host: 'pbx.example.ch',
      port: 5061,
      transport: 'tls',
      proxy: { host: 'edge.example.ch', port: 5071 },
      expires: 3600,
    },
  ])
})

test('a Snom refuses what is not well-formed XML, or has another root', () => {
  expect(() => snom.parse('<settings><phone-settings></settings>')).toThrow(/not well-formed/)
  expect(() => snom.parse('<html><body>404</body></html>')).toThrow(/root element/)
})

test('a Snom reads values with their entities and blanks, and identities by their index', () => {
  const xml = `<settings><phone-settings>
    <user_name idx="1" perm="">21</user_name><user_name idx="2">31</user_name>
    <user_host idx="1">pbx.example.ch:5070;transport=tcp</user_host><user_host idx="2">pbx</user_host>
    <user_pass idx="1"> a&lt;b&amp;&#34;&amp;#34;&#xe9; </user_pass><user_active idx="2">off</user_active>
    </phone-settings></settings>`
  expect(snom.accounts(snom.parse(xml).settings)).toMatchObject([
    {
      index: 1,
      userName: '21',
      password: ' a<b&"&#34;é ',
      host: 'pbx.example.ch',
      port: 5070,
      transport: 'tcp',
      proxy: null,
    },
  ])
})

test('a Snom follows the files that a list names', () => {
  const xml = '<setting-files><file url="https://pbx/a.htm?x=1&amp;y=2"/><file url="b.xml"/></setting-files>'
  expect(snom.parse(xml).follow).toEqual(['https://pbx/a.htm?x=1&y=2', 'b.xml'])
})

test('each maker fetches again by itself as often as its file says', () => {
  const repeat = ['static.auto_provision.repeat.enable = 1', 'static.auto_provision.repeat.minutes = 2']
  expect(yealink.refreshSeconds(yealink.parse([head, ...repeat].join('\n')).settings)).toBe(120)
  expect(yealink.refreshSeconds(yealink.parse([head, repeat[1]].join('\n')).settings)).toBeNull()
  const polling = '<prov_polling_enabled>on</prov_polling_enabled><prov_polling_period>90</prov_polling_period>'
  const snomSettings = (text: string) =>
    snom.parse(`<settings><phone-settings>${text}</phone-settings></settings>`).settings
  expect(snom.refreshSeconds(snomSettings(polling))).toBe(90)
  expect(snom.refreshSeconds(snomSettings('<settings_refresh_timer>0</settings_refresh_timer>'))).toBeNull()
})

test('each maker understands its own orders', () => {
  expect(yealink.onNotify('check-sync', { reboot: 'false' })).toBe('resync')
  expect(yealink.onNotify('check-sync', {})).toBe('restart')
  expect(yealink.onNotify('reboot', {})).toBe('unknown')
  expect(snom.onNotify('check-sync', { reboot: 'true' })).toBe('restart')
  expect(snom.onNotify('check-sync', { reboot: 'false' })).toBe('resync')
  expect(snom.onNotify('reboot', {})).toBe('restart')
  expect(snom.onNotify('talk', {})).toBe('unknown')
})

test('a SIP stream gives whole messages however the bytes are cut', () => {
  const notify = 'NOTIFY sip:21@a SIP/2.0\r\nl: 3\r\n\r\né!'
  const bytes = Buffer.from(`\r\n\r\n${notify}OPTIONS sip:21@a SIP/2.0\r\nContent-Length: 0\r\n\r\n`)
  for (let cut = 1; cut < bytes.length; cut += 1) {
    const stream = createSipStream()
    const messages = [...stream.push(bytes.subarray(0, cut)), ...stream.push(bytes.subarray(cut))]
    const withoutKeepAlive = messages.filter((message) => message.trim() !== '')
    expect(withoutKeepAlive).toEqual([notify, 'OPTIONS sip:21@a SIP/2.0\r\nContent-Length: 0\r\n\r\n'])
  }
})

test('a SIP stream that never ends a message is given up', () => {
  expect(() => createSipStream().push(Buffer.alloc(300_000, 65))).toThrow(/too large/)
})

test('a digest answer counts once, for its nonce, user and realm', () => {
  const guard = createDigestGuard({ realm: 'pbx', user: 'a7k2', password: 's3cret' })
  const md5 = (text: string) => createHash('md5').update(text).digest('hex')
  const answer = (challenge: string, password: string) => {
    const nonce = /nonce="(\w+)"/.exec(challenge)?.[1]
    const ha1 = md5(`a7k2:pbx:${password}`)
    const response = md5(`${ha1}:${nonce}:00000001:xyz:auth:${md5('NOTIFY:sip:21@a')}`)
    return `Digest username="a7k2", realm="pbx", nonce="${nonce}", uri="sip:21@a", qop=auth, nc=00000001, cnonce="xyz", response="${response}", algorithm=MD5`
  }
  expect(guard.judge('NOTIFY', undefined)).toBe('missing')
  const right = answer(guard.challenge(), 's3cret')
  expect(guard.judge('NOTIFY', right)).toBe('accepted')
  expect(guard.judge('NOTIFY', right)).toBe('stale')
  expect(guard.judge('NOTIFY', answer(guard.challenge(), 'wrong'))).toBe('wrong')
  expect(guard.judge('NOTIFY', answer(guard.challenge(), 's3cret').replace('realm="pbx"', 'realm="x"'))).toBe('wrong')
  expect(guard.judge('NOTIFY', answer('nonce="abc"', 's3cret'))).toBe('stale')
})

test('the wait between attempts doubles up to its limit and starts anew after a success', () => {
  const abort = new AbortController()
  const backOff = createBackOff({ min: 1, max: 5 }, abort.signal)
  const waits = [1, 2, 3, 4].map(() => backOff.next(() => {}))
  expect(waits).toEqual([1, 2, 4, 5])
  backOff.reset()
  expect(backOff.next(() => {})).toBe(1)
  abort.abort()
})

test('a printed URL hides the access key, user, password and query', () => {
  const key = 'ab'.repeat(24)
  expect(printableUrl(new URL(`https://u:p@pbx:8448/${key}/001565abcdef.cfg?t=${key}`))).toBe(
    'https://pbx:8448/****/001565abcdef.cfg',
  )
})
