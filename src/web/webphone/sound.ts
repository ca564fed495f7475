const players = new Map<string, HTMLAudioElement>()

/** Plays what the other side of a call says; null ends it. */
export function play(id: string, sound: MediaStream | null): void {
  players.get(id)?.pause()
  if (!sound) {
    players.delete(id)
    return
  }
  const player = new Audio()
  player.srcObject = sound
  players.set(id, player)
  void player.play().catch(() => {})
}

export type SoundFault = 'noWebRtc' | 'noMicrophone' | 'denied' | 'microphoneBusy'

/** Null when this browser can telephone: it asks for the microphone, which the person must allow. */
export async function soundFault(): Promise<SoundFault | null> {
  if (!('RTCPeerConnection' in window) || !navigator.mediaDevices?.getUserMedia) return 'noWebRtc'
  try {
    const sound = await navigator.mediaDevices.getUserMedia({ audio: true })
    for (const track of sound.getTracks()) track.stop()
    return null
  } catch (error) {
    const name = error instanceof DOMException ? error.name : ''
    if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
    return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'noMicrophone' : 'microphoneBusy'
  }
}
