import { readFileSync } from 'node:fs'
import { type Sipp, type SippAccount, startSipp } from './sipp.ts'
import { until } from './switch.ts'

/** One step of a telephone or a trunk, as SIPp's XML. */
export type Step = string

const sdp = `
    v=0
    o=- 1 1 IN IP4 [local_ip]
    s=-
    c=IN IP4 [local_ip]
    t=0 0
    m=audio 20000 RTP/AVP 8
    a=rtpmap:8 PCMA/8000
`

/** A telephone that calls: signs its INVITE when it is asked to. `headers`: lines of its own. */
export function invites(
  number: string,
  { headers = [], signed = true }: { headers?: string[]; signed?: boolean } = {},
) {
  const invite = (cseq: number, authorization: string[]) => `
  <send retrans="500"><![CDATA[
    INVITE sip:${number}@pbx.test SIP/2.0
    Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
    From: "Liar" <sip:[service]@pbx.test>;tag=[pid]c[call_number]
    To: <sip:${number}@pbx.test>
    Call-ID: [call_id]
    CSeq: ${cseq} INVITE
    Contact: <sip:[service]@[local_ip]:[local_port];transport=[transport]>
    Max-Forwards: 70
    ${[...authorization, ...headers, 'Content-Type: application/sdp', 'Content-Length: [len]'].join('\n    ')}
${sdp}
  ]]></send>`
  if (!signed) return [invite(1, [])]
  return [
    invite(1, []),
    '<recv response="407" auth="true"></recv>',
    ackRefusal(number, 1),
    invite(2, ['[authentication]']),
  ]
}

/** A trunk that calls; what stands before the @ of the request, of To and of From is given. */
export function trunkInvites(call: { uri: string; to: string; from: string; headers: string[] }): Step[] {
  return [
    `
  <send retrans="500"><![CDATA[
    INVITE sip:${call.uri}@[remote_ip]:[remote_port] SIP/2.0
    Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
    From: <sip:${call.from}@provider.test>;tag=[pid]c[call_number]
    To: <sip:${call.to}@pbx.test>
    Call-ID: [call_id]
    CSeq: 1 INVITE
    Contact: <sip:[local_ip]:[local_port];transport=[transport]>
    Max-Forwards: 70
    ${[...call.headers, 'Content-Type: application/sdp', 'Content-Length: [len]'].join('\n    ')}
${sdp}
  ]]></send>`,
  ]
}

/** ACK of a final answer that is not 2xx. */
export function ackRefusal(number: string, cseq = 2): Step {
  return `
  <send><![CDATA[
    ACK sip:${number}@pbx.test SIP/2.0
    [last_Via:]
    [last_From:]
    [last_To:]
    [last_Call-ID:]
    CSeq: ${cseq} ACK
    Max-Forwards: 70
    Content-Length: 0

  ]]></send>`
}

/** Waits for a final answer; provisional ones may come before. */
export function expects(code: number, text?: string): Step {
  const check =
    text === undefined
      ? ''
      : `<action><ereg regexp="SIP/2.0 ${code} ${text}" search_in="msg" check_it="true" assign_to="text"/></action>`
  const provisional = [100, 180, 183].map((one) => `<recv response="${one}" optional="true"></recv>`).join('')
  const used = text === undefined ? '' : '<Reference variables="text"/>'
  return `${provisional}<recv response="${code}" rrs="true" timeout="15000">${check}</recv>${used}`
}

export const ringing = '<recv response="100" optional="true"></recv><recv response="180" timeout="10000"></recv>'

/** In the dialog that the telephone itself began. */
export function within(method: string, cseq: number, headers: string[] = []): Step {
  return `
  <send${method === 'ACK' ? '' : ' retrans="500"'}><![CDATA[
    ${method} [next_url] SIP/2.0
    Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch];rport
    [routes]
    [last_From:]
    [last_To:]
    Call-ID: [call_id]
    CSeq: ${cseq} ${method}
    Max-Forwards: 70
    ${[...headers, 'Content-Length: 0'].join('\n    ')}

  ]]></send>`
}

/** Gives its INVITE up; it ends with 487, before or after the CANCEL is confirmed. */
export function cancels(number: string): Step {
  return `
  <send retrans="500"><![CDATA[
    CANCEL sip:${number}@pbx.test SIP/2.0
    [last_Via:]
    [last_From:]
    To: <sip:${number}@pbx.test>
    [last_Call-ID:]
    CSeq: 2 CANCEL
    Max-Forwards: 70
    Content-Length: 0

  ]]></send><recv response="200" optional="true"></recv><recv response="487" timeout="10000"></recv>`
}

export const pause = (ms: number): Step => `<pause milliseconds="${ms}"/>`

export const receives = (method: string, within = 15_000): Step =>
  `<recv request="${method}" rrs="true" timeout="${within}"></recv>`

/** An INVITE, whose parties are kept for `hangsUp`. */
export const isCalled = `<recv request="INVITE" rrs="true" timeout="15000"><action>
  <ereg regexp=".*" search_in="hdr" header="From:" assign_to="caller"/>
  <ereg regexp=".*" search_in="hdr" header="To:" assign_to="self"/>
</action></recv><Reference variables="caller,self"/>`

/** Answers the request that came last. */
export function answers(code: number, text: string, headers: string[] = [], ownContact = false): Step {
  const body = code === 200 && headers.length === 0
  const contact = ownContact ? [] : ['Contact: <sip:[local_ip]:[local_port];transport=[transport]>']
  return `
  <send${body ? ' retrans="500"' : ''}><![CDATA[
    SIP/2.0 ${code} ${text}
    [last_Via:]
    [last_Record-Route:]
    [last_From:]
    [last_To:];tag=[pid]a[call_number]
    [last_Call-ID:]
    [last_CSeq:]
    ${[...contact, ...headers, ...(body ? ['Content-Type: application/sdp'] : []), 'Content-Length: [len]'].join('\n    ')}
${body ? sdp : ''}
  ]]></send>`
}

/** 200 to a BYE, CANCEL, OPTIONS: it has a tag already or needs none. */
export const confirms: Step = `
  <send><![CDATA[
    SIP/2.0 200 OK
    [last_Via:]
    [last_From:]
    [last_To:]
    [last_Call-ID:]
    [last_CSeq:]
    Content-Length: 0

  ]]></send>`

/** The answer to an INVITE after its CANCEL was answered. */
export function answersInvite(code: number, text: string): Step {
  return `
  <send><![CDATA[
    SIP/2.0 ${code} ${text}
    [last_Via:]
    [last_From:]
    [last_To:];tag=[pid]a[call_number]
    [last_Call-ID:]
    CSeq: [cseq] INVITE
    Content-Length: 0

  ]]></send>`
}

/** Answers it with 200, hears the ACK. */
export const takesCall = [answers(180, 'Ringing'), answers(200, 'OK'), receives('ACK')]

interface Party {
  steps: Step[]
  localPort: number
  localAddress?: string
  /** Port of the switch; absent: it waits to be called. */
  target?: number
  account?: SippAccount
  timeout?: number
  calls?: number
}

/** A telephone or a trunk that does these steps; one that waits to be called hears calls when this resolves. */
export async function startParty({ steps, target, timeout = 20_000, ...more }: Party): Promise<Sipp> {
  const references = [...new Set(steps.flatMap((step) => step.match(/<Reference [^>]*>/g) ?? []))]
  const body = steps.join('\n').replace(/<Reference [^>]*>/g, '')
  const scenario = `<?xml version="1.0" encoding="UTF-8"?>\n<scenario name="call">${body}${references.join('')}</scenario>`
  const sipp = await startSipp({
    ...{ scenario, timeout, ...more },
    ...(target === undefined ? {} : { target: `127.0.0.1:${target}` }),
  })
  if (target === undefined) await until('SIPp listens', () => listens(more.localAddress ?? '127.0.0.1', more.localPort))
  return sipp
}

/** As /proc/net/udp writes it: the address as a little-endian number, both in hex. */
function listens(address: string, port: number): boolean {
  const bytes = address.split('.').toReversed()
  const hex = bytes.map((byte) => Number(byte).toString(16).padStart(2, '0')).join('')
  const socket = `${hex}:${port.toString(16).padStart(4, '0')}`.toUpperCase()
  return readFileSync('/proc/net/udp', 'utf8').includes(` ${socket} `)
}
