import type { RenderContext } from '../../define.ts'
import { standardOffset } from '../../toolkit/clock.ts'
import { nationalTones, type Tone } from '../../toolkit/national-tones.ts'
import { type ClockChange, summerTime } from '../../toolkit/summer-time.ts'
import type { AttributeValue } from '../../toolkit/xml-attributes.ts'
import { ucsLanguages } from './words.ts'

type Entry = readonly [string, AttributeValue]

/** Language and clock. */
export function locale({ spec, ntpServer }: RenderContext): Entry[] {
  const summer = summerTime(spec.timeZone)
  const american = spec.country === 'US'
  return [
    ['lcl.ml.lang', ucsLanguages[spec.language]],
    ['lcl.datetime.time.24HourClock', american ? 0 : 1],
    ['tcpIpApp.sntp.address', ntpServer],
    ['tcpIpApp.sntp.address.overrideDHCP', 1],
    ['tcpIpApp.sntp.gmtOffset', standardOffset(spec.timeZone) * 60],
    ['tcpIpApp.sntp.gmtOffset.overrideDHCP', 1],
    ['tcpIpApp.sntp.daylightSavings.enable', summer ? 1 : 0],
    ['tcpIpApp.sntp.daylightSavings.fixedDayEnable', 0],
    ...(summer ? [...change('start', summer.start), ...change('stop', summer.end)] : []),
  ]
}

/** `date` is the day from which on the weekday (1 = Sunday) is looked for, `time` the full hour. */
function change(which: 'start' | 'stop', { month, fromDay, last, weekday, minute }: ClockChange): Entry[] {
  const entries: Record<string, number> = {
    month,
    date: last ? 1 : fromDay,
    dayOfWeek: weekday + 1,
    'dayOfWeek.lastInMonth': last ? 1 : 0,
    time: Math.floor(minute / 60),
  }
  return Object.entries(entries).map(
    ([name, value]): Entry => [`tcpIpApp.sntp.daylightSavings.${which}.${name}`, value],
  )
}

/** A chord has one pair of on and off alone: of a longer cadence the first on and the last off. */
export function tones({ spec }: RenderContext): Entry[] {
  const national = nationalTones(spec.country)
  const { dial } = national
  return [
    ...chord('dialTone', { ...dial, cadence: [] }),
    ...chord('ringback', national.ringback),
    ...chord('busyTone', national.busy),
    ...chord('reorder', national.congestion),
  ]
}

function chord(name: string, { frequencies, cadence }: Tone): Entry[] {
  const path = `tone.chord.callProg.${name}`
  const milliseconds = (seconds: number | undefined) => Math.round((seconds ?? 0) * 1000)
  return [
    ...[1, 2].flatMap((place): Entry[] => [
      [`${path}.freq.${place}`, frequencies[place - 1] ?? 0],
      [`${path}.level.${place}`, frequencies[place - 1] ? -18 : 0],
    ]),
    [`${path}.onDur`, milliseconds(cadence[0]?.[0])],
    [`${path}.offDur`, milliseconds(cadence.at(-1)?.[1])],
  ]
}
