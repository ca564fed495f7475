/** A tone of the telephone network: its frequencies in Hz, and seconds on and off in turn; no cadence: it does not stop. */
export interface Tone {
  readonly frequencies: readonly number[]
  readonly cadence: readonly (readonly [on: number, off: number])[]
}

/** What a caller hears before he dials, while it rings, when the other is busy, and when a call cannot be made. */
export interface NationalTones {
  readonly dial: Tone
  readonly ringback: Tone
  readonly busy: Tone
  readonly congestion: Tone
}

type Cadence = readonly (readonly [number, number])[]

function tones(
  hertz: number,
  ringback: Cadence,
  busy: Cadence,
  congestion: Cadence,
  dialCadence: Cadence = [],
): NationalTones {
  const tone = (cadence: Cadence): Tone => ({ frequencies: [hertz], cadence })
  return { dial: tone(dialCadence), ringback: tone(ringback), busy: tone(busy), congestion: tone(congestion) }
}

/** ITU-T E.180 supplement 2, by ISO country. */
const byCountry: Readonly<Record<string, NationalTones>> = {
  AT: tones(420, [[1, 5]], [[0.4, 0.4]], [[0.2, 0.2]]),
  BE: tones(425, [[1, 3]], [[0.5, 0.5]], [[0.167, 0.167]]),
  CH: tones(425, [[1, 4]], [[0.5, 0.5]], [[0.2, 0.2]]),
  DE: tones(425, [[1, 4]], [[0.48, 0.48]], [[0.24, 0.24]]),
  ES: tones(
    425,
    [[1.5, 3]],
    [[0.2, 0.2]],
    [
      [0.2, 0.2],
      [0.2, 0.2],
      [0.2, 0.6],
    ],
  ),
  FR: tones(440, [[1.5, 3.5]], [[0.5, 0.5]], [[0.25, 0.25]]),
  GB: {
    dial: { frequencies: [350, 440], cadence: [] },
    ringback: {
      frequencies: [400, 450],
      cadence: [
        [0.4, 0.2],
        [0.4, 2],
      ],
    },
    busy: { frequencies: [400], cadence: [[0.375, 0.375]] },
    congestion: {
      frequencies: [400],
      cadence: [
        [0.4, 0.35],
        [0.225, 0.525],
      ],
    },
  },
  IT: tones(
    425,
    [[1, 4]],
    [[0.5, 0.5]],
    [[0.2, 0.2]],
    [
      [0.2, 0.2],
      [0.6, 1],
    ],
  ),
  NL: tones(425, [[1, 4]], [[0.5, 0.5]], [[0.25, 0.25]]),
  PT: tones(425, [[1, 5]], [[0.5, 0.5]], [[0.2, 0.2]]),
  US: {
    dial: { frequencies: [350, 440], cadence: [] },
    ringback: { frequencies: [440, 480], cadence: [[2, 4]] },
    busy: { frequencies: [480, 620], cadence: [[0.5, 0.5]] },
    congestion: { frequencies: [480, 620], cadence: [[0.25, 0.25]] },
  },
}

/** Countries that use another's tones. */
const sameAs: Readonly<Record<string, string>> = {
  CA: 'US',
  GG: 'GB',
  GI: 'GB',
  IE: 'GB',
  IM: 'GB',
  JE: 'GB',
  LI: 'CH',
  MC: 'FR',
  SM: 'IT',
  VA: 'IT',
}

/** For makers whose devices are told frequencies and cadences. A country that is not listed gets the 425 Hz tones that most of Europe shares. */
export function nationalTones(country: string): NationalTones {
  const found = byCountry[sameAs[country] ?? country] ?? byCountry.CH
  if (!found) throw new Error('no tones')
  return found
}
