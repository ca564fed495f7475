import { useEffect, useState, useSyncExternalStore } from 'react'
import { currentSession, stopPhone } from './api.ts'
import { createPhone, type Identity, type Phone, type PhoneState } from './phone.ts'
import { play } from './sound.ts'

const none: PhoneState = { connection: 'connecting', calls: [], lastEnd: null }
const nothing = () => () => {}

/** Milliseconds without a connection after which a new telephone is asked for: the old one may be void. */
const patience = 15_000

/** Milliseconds; a page that can be called is in use: its session does not end for want of it. */
const signOfLife = 300_000

/** The telephone, for as long as the page shows it. `onRenew`: it could not come back; never in a call. */
export function usePhone(identity: Identity, onRenew: () => void): { phone: Phone | null; state: PhoneState } {
  const [phone, setPhone] = useState<Phone | null>(null)
  useEffect(() => {
    const made = createPhone(identity, play)
    setPhone(made)
    const leave = () => made.close()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      made.close()
    }
  }, [identity])
  useEffect(() => {
    const timer = setInterval(() => void currentSession().catch(() => null), signOfLife)
    return () => clearInterval(timer)
  }, [])
  const state = useSyncExternalStore(phone?.subscribe ?? nothing, () => phone?.state() ?? none)
  const stuck = state.connection !== 'registered' && state.calls.length === 0
  useEffect(() => {
    if (!stuck) return
    const timer = setInterval(onRenew, patience)
    return () => clearInterval(timer)
  }, [stuck, onRenew])
  return { phone, state }
}

/** The page is done with this telephone while the session goes on. */
export function forget(identity: Identity): void {
  void stopPhone(identity.id).catch(() => {})
}
