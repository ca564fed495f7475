import { createSocket, type Socket } from 'node:dgram'
import type { Ng, NgAnswer } from '#switch/rtpengine/ng.ts'

/** A call through rtpengine as Kamailio would make it, between two parties that are two sockets on loopback. */
export interface RelayedCall {
  readonly callId: string
  /** How many packets each party has received. */
  received(): { caller: number; callee: number }
  /** A party that is silent sends nothing. */
  setTalking(talking: { caller?: boolean; callee?: boolean }): void
  /** The caller puts the callee on hold. */
  hold(): Promise<void>
  close(): void
}

const frameMs = 20

interface Party {
  socket: Socket
  talking: boolean
  received: number
  sendsTo: number
}

/** The call is answered and both talk when this resolves. `branches`: telephones that ring as well. */
export async function startRelayedCall(ng: Ng, callId: string, { branches = 0 } = {}): Promise<RelayedCall> {
  const [caller, callee] = [await createParty(), await createParty()]
  const common = { 'call-id': callId, 'from-tag': 'caller', replace: ['origin', 'session-connection'] }

  async function agree(direction: string, answerDirection: string, more: object): Promise<void> {
    const sdpOf = (party: Party, way: string) => description(party.socket.address().port, way)
    const offer = await ng.ask('offer', { ...common, ...more, sdp: sdpOf(caller, direction) })
    const answered = { ...common, ...more, 'to-tag': 'callee', sdp: sdpOf(callee, answerDirection) }
    const answer = await ng.ask('answer', answered)
    callee.sendsTo = mediaPort(offer)
    caller.sendsTo = mediaPort(answer)
  }

  for (let branch = 0; branch < branches; branch++)
    await ng.ask('offer', {
      ...common,
      'via-branch': `ringing${branch}`,
      sdp: description(caller.socket.address().port, 'sendrecv'),
    })
  await agree('sendrecv', 'sendrecv', { 'via-branch': 'answered' })
  const end = talk([caller, callee])
  return {
    callId,
    received: () => ({ caller: caller.received, callee: callee.received }),
    setTalking(talking) {
      caller.talking = talking.caller ?? caller.talking
      callee.talking = talking.callee ?? callee.talking
    },
    hold: () => agree('sendonly', 'recvonly', { 'to-tag': 'callee' }),
    close() {
      end()
      for (const { socket } of [caller, callee]) socket.close()
    },
  }
}

async function createParty(): Promise<Party> {
  const socket = createSocket('udp4')
  const party = { socket, talking: true, received: 0, sendsTo: 0 }
  socket.on('message', () => {
    party.received += 1
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  return party
}

/** G.711 silence, 50 packets a second. */
function talk(parties: Party[]): () => void {
  let sequence = 0
  const timer = setInterval(() => {
    sequence += 1
    parties.forEach((party, index) => {
      if (party.talking) party.socket.send(packet(sequence, index + 1), party.sendsTo, '127.0.0.1')
    })
  }, frameMs)
  return () => clearInterval(timer)
}

function packet(sequence: number, source: number): Buffer {
  const rtp = Buffer.alloc(172, 0xd5)
  rtp.writeUInt16BE(0x8008, 0)
  rtp.writeUInt16BE(sequence & 0xffff, 2)
  rtp.writeUInt32BE(sequence * 160, 4)
  rtp.writeUInt32BE(source, 8)
  return rtp
}

function description(port: number, direction: string): string {
  const lines = ['v=0', 'o=- 1 1 IN IP4 127.0.0.1', 's=-', 'c=IN IP4 127.0.0.1', 't=0 0', `m=audio ${port} RTP/AVP 8`]
  return [...lines, `a=${direction}`, ''].join('\r\n')
}

function mediaPort(answer: NgAnswer): number {
  const [, port] = /m=audio (\d+)/.exec(answer.sdp ?? '') ?? []
  if (port === undefined) throw new Error(`no media: ${JSON.stringify(answer)}`)
  return Number(port)
}
