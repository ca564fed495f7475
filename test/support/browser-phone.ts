import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser, openWindow, type Window } from './browser.ts'
import { tones, writeTone } from './sip/tone.ts'

/** The Web-Phone in a Chromium whose microphone says one tone. */
export interface BrowserPhone extends Window {
  browser: Browser
  /** The tone that is heard now (tone.ts); null when it is none, or silence. */
  heard(): Promise<number | null>
  end(): Promise<void>
}

/**
 * A microphone without noise suppression, which takes a steady tone for noise, and an ear at what the other side sends. A text, since these tests know
 * no DOM types.
 */
const ear = `(() => {
  const given = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
  navigator.mediaDevices.getUserMedia = () =>
    given({ audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false } })
  const Plain = window.RTCPeerConnection
  window.connections = []
  window.RTCPeerConnection = class extends Plain {
    constructor(...given) {
      super(...given)
      window.connections.push(this)
      this.addEventListener('track', ({ track }) => {
        const context = new AudioContext({ sampleRate: 16000 })
        const analyser = context.createAnalyser()
        analyser.fftSize = 4096
        analyser.smoothingTimeConstant = 0
        context.createMediaStreamSource(new MediaStream([track])).connect(analyser)
        void context.resume()
        window.ear = analyser
      })
    }
  }
  window.heard = () => {
    if (!window.ear) return null
    const levels = new Float32Array(window.ear.frequencyBinCount)
    window.ear.getFloatFrequencyData(levels)
    let best = 0
    for (let at = 1; at < levels.length; at++) if (levels[at] > levels[best]) best = at
    return levels[best] < -60 ? null : (best * 16000) / 4096
  }
})()`

/** Opens the page; nobody is signed in yet. */
export async function startBrowserPhone(url: string, tone: number, width = 1280): Promise<BrowserPhone> {
  const directory = mkdtempSync(join(tmpdir(), 'browser-phone-'))
  writeTone(join(directory, 'tone.wav'), tone, 60)
  const browser = await launchBrowser([
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-audio-capture=${join(directory, 'tone.wav')}`,
    '--autoplay-policy=no-user-gesture-required',
  ])
  const window = await openWindow(browser, { width })
  await window.context.grantPermissions(['microphone', 'notifications'])
  await window.page.addInitScript(ear)
  await window.page.goto(url)
  return {
    ...window,
    browser,
    async heard() {
      const frequency = await window.page.evaluate<number | null>('window.heard()')
      return tones.find((one) => frequency !== null && Math.abs(one - frequency) < 20) ?? null
    },
    async end() {
      await browser.close()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

export async function signInAt(page: Page, login: string, password: string): Promise<void> {
  await page.locator('input[autocomplete="username"]').fill(login)
  await page.locator('input[autocomplete="current-password"]').fill(password)
  await page.keyboard.press('Enter')
}
