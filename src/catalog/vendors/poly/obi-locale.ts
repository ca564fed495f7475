import type { RenderContext } from '../../define.ts'
import { standardOffset } from '../../toolkit/clock.ts'
import { nationalTones, type Tone } from '../../toolkit/national-tones.ts'
import { type ClockChange, summerTime } from '../../toolkit/summer-time.ts'
import { entriesOf, type ObiEntry } from './obi-entries.ts'
import { obiZones } from './words.ts'

export function tones({ spec }: RenderContext): ObiEntry[] {
  const { dial, ringback, busy, congestion } = nationalTones(spec.country)
  return [dial, ringback, busy, congestion].map(
    (tone, index): ObiEntry => [
      `VoiceService.1.VoiceProfile.1.Tone.Description.${index + 1}.TonePattern`,
      pattern(tone),
    ],
  )
}

/** `425-18;30;(1+4)`: frequencies with their levels, seconds at most, seconds on and off. */
function pattern({ frequencies, cadence }: Tone): string {
  const sounds = frequencies.map((frequency) => `${frequency}-18`).join(',')
  const times = cadence.map(([on, off]) => `${on}+${off}`).join(',')
  return `${sounds};30${times ? `;(${times})` : ''}`
}

export function clock({ spec, ntpServer }: RenderContext): ObiEntry[] {
  const zone = obiZones[standardOffset(spec.timeZone)]
  const summer = summerTime(spec.timeZone)
  return entriesOf('DeviceInfo.Time', {
    NTPServer1: ntpServer,
    NTPServer2: '',
    ...(zone && { LocalTimeZone: zone }),
    DaylightSavingTimeEnable: String(summer !== null),
    ...(summer && {
      DaylightSavingTimeStart: change(summer.start),
      DaylightSavingTimeEnd: change(summer.end),
      DaylightSavingTimeDiff: summer.saving === 60 ? '1' : `0:${summer.saving}`,
    }),
  })
}

/** `month/day/weekday/hour`: the first such weekday (7 = Sunday) on or after the day. */
function change({ month, fromDay, weekday, minute }: ClockChange): string {
  return `${month}/${fromDay}/${weekday || 7}/${Math.floor(minute / 60)}`
}
