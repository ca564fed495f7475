import { useCallback, useEffect, useState } from 'react'

/** Asks before something that is not saved is closed; the browser asks when its window is. */
export function useCloseGuard(onClose: () => void) {
  const [dirty, setDirty] = useState(false)
  const [asking, setAsking] = useState(false)
  useEffect(() => {
    if (!dirty) return
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [dirty])
  return {
    asking,
    setDirty: useCallback((value: boolean) => setDirty(value), []),
    request: (): void => {
      // Later: the same press of Escape would be heard by the question too, and close it again.
      if (dirty) window.setTimeout(() => setAsking(true))
      else onClose()
    },
    stay: (): void => setAsking(false),
    discard: (): void => {
      setAsking(false)
      setDirty(false)
      onClose()
    },
  }
}
