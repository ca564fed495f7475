import { useDebouncedValue } from '@mantine/hooks'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { callKinds } from '#domain/call.ts'
import type { CallFilter } from '../../call-queries.ts'
import { type CallPeriod, callPeriods, rangeOf } from './call-period.ts'
import type { CallScope } from './call-scope.ts'

export const callOutcomes = ['answered', 'missed', 'charged'] as const

/** What is chosen above the list; it stands in the address, so that a view can be linked to and survives a reload. */
export interface CallChoice {
  period: CallPeriod
  from: string
  to: string
  kind: string
  only: string
  q: string
  vpbx: string
}

const nothing: CallChoice = { period: 'week', from: '', to: '', kind: '', only: '', q: '', vpbx: '' }

export function useCallFilter(scope: CallScope) {
  const [search, setSearch] = useSearchParams()
  const choice = choiceOf(search)
  const [q] = useDebouncedValue(choice.q.trim(), 250)
  const today = new Date().toDateString()
  const { period, from, to, kind, only, vpbx } = choice
  const { vpbxId, extensionId } = scope
  const filter = useMemo((): CallFilter => {
    const range = period === 'days' ? { ...(from && { from }), ...(to && { to }) } : rangeOf(period, new Date(today))
    const inVpbx = vpbxId ?? vpbx
    return {
      ...range,
      ...(inVpbx && { vpbxId: inVpbx }),
      ...(extensionId && { extensionId }),
      ...oneOf('kind', callKinds, kind),
      ...oneOf('only', callOutcomes, only),
      ...(q && { q }),
    }
  }, [period, from, to, kind, only, q, vpbx, vpbxId, extensionId, today])
  return {
    choice,
    filter,
    choose: (changed: Partial<CallChoice>) =>
      setSearch((old) => textOf({ ...choiceOf(old), ...changed }, old), { replace: true }),
    reset: () => setSearch((old) => textOf(nothing, old), { replace: true }),
    narrowed: names.some((name) => choice[name] !== nothing[name]),
  }
}

const names = Object.keys(nothing) as (keyof CallChoice)[]

function choiceOf(search: URLSearchParams): CallChoice {
  const text = (name: keyof CallChoice) => search.get(name) ?? nothing[name]
  const period = callPeriods.find((one) => one === search.get('period')) ?? nothing.period
  return {
    period,
    from: text('from'),
    to: text('to'),
    kind: text('kind'),
    only: text('only'),
    q: text('q'),
    vpbx: text('vpbx'),
  }
}

/** The address with this choice; what else stands in it stays. */
function textOf(choice: CallChoice, old: URLSearchParams): URLSearchParams {
  const text = new URLSearchParams(old)
  for (const name of names) {
    if (choice[name] === nothing[name]) text.delete(name)
    else text.set(name, choice[name])
  }
  return text
}

function oneOf<Name extends string, Value extends string>(
  name: Name,
  values: readonly Value[],
  text: string,
): Partial<Record<Name, Value>> {
  const value = values.find((one) => one === text)
  return value === undefined ? {} : ({ [name]: value } as Partial<Record<Name, Value>>)
}
