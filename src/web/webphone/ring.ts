/** Rings by itself, without a file: two tones, a pause. Returns the function that ends it. */
export function ring(): () => void {
  const context = new AudioContext()
  const beat = () => {
    for (const [at, frequency] of [
      [0, 660],
      [0.25, 880],
      [0.5, 660],
      [0.75, 880],
    ] as const) {
      const tone = context.createOscillator()
      const volume = context.createGain()
      tone.frequency.value = frequency
      volume.gain.value = 0.15
      tone.connect(volume).connect(context.destination)
      tone.start(context.currentTime + at)
      tone.stop(context.currentTime + at + 0.22)
    }
  }
  beat()
  const timer = setInterval(beat, 2500)
  return () => {
    clearInterval(timer)
    void context.close()
  }
}

/** Shows that somebody calls when the page is not in front. Returns the function that takes it away. */
export function announce(title: string, body: string): () => void {
  if (!('Notification' in window) || Notification.permission !== 'granted' || document.visibilityState === 'visible')
    return () => {}
  try {
    const shown = new Notification(title, { body, icon: '/icon.svg', tag: 'call', requireInteraction: true })
    shown.onclick = () => window.focus()
    return () => shown.close()
  } catch {
    // Chrome for Android shows none without a service worker.
    return () => {}
  }
}
