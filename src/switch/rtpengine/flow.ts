import { z } from 'zod'

/** What is read of rtpengine's answer to `query`. Times are whole seconds since 1970, rounded down. */
const callState = z.object({
  tags: z.record(
    z.string(),
    z.object({
      medias: z.array(
        z.object({
          flags: z.array(z.string()).default([]),
          streams: z.array(z.object({ 'last packet': z.number(), stats: z.object({ packets: z.number() }) })),
        }),
      ),
    }),
  ),
})

interface Party {
  /** It is to send: not on hold, not muted by its description. */
  expected: boolean
  /** Milliseconds; null when nothing ever came from it. */
  lastPacket: number | null
}

/**
 * When media of a call last flowed both ways (ms since 1970, up to a second before the true moment, never after it); null when it never did. RTCP counts: a telephone that
 * suppresses silence sends nothing else. While one side holds the call, the other one alone says that it lives. Of telephones that rang and did not answer nothing came.
 */
export function lastFlow(answer: unknown): number | null {
  const { success, data } = callState.safeParse(answer)
  if (!success) return null
  const heard = Object.values(data.tags)
    .map(partyOf)
    .filter(({ lastPacket }) => lastPacket !== null)
    .map((party) => ({ ...party, lastPacket: party.lastPacket ?? 0 }))
  if (heard.length < 2) return null
  const expected = heard.filter((party) => party.expected)
  const moments = (expected.length > 0 ? expected : heard).map(({ lastPacket }) => lastPacket)
  // Of a call that was picked up or forwarded, more than two were heard: the two that spoke last are in it.
  const latest = moments.sort((one, other) => other - one).slice(0, 2)
  return latest.at(-1) ?? null
}

function partyOf({ medias }: z.infer<typeof callState>['tags'][string]): Party {
  const moments = medias
    .flatMap(({ streams }) => streams)
    .filter(({ stats }) => stats.packets > 0)
    .map((stream) => stream['last packet'] * 1000)
  return {
    // `recv`: what rtpengine is to receive from this party.
    expected: medias.some(({ flags }) => flags.includes('recv')),
    lastPacket: moments.length > 0 ? Math.max(...moments) : null,
  }
}
