import AxeBuilder from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

/** Debian's Chromium, headless. Without the background flags it asks for hosts of its maker at each start. */
export function launchBrowser(more: string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  })
}

export interface Window {
  page: Page
  context: BrowserContext
  /** What the page complained of: errors in scripts, refused styles or scripts. Answers of the API that are meant to be seen are not among them. */
  complaints: string[]
}

/** A fresh browser profile; the certificate is our own CA's, which it does not know. */
export async function openWindow(
  browser: Browser,
  { width = 1280, height = 900, locale = 'fr-CH', dark = false } = {},
): Promise<Window> {
  const context = await browser.newContext({
    viewport: { width, height },
    ignoreHTTPSErrors: true,
    locale,
    colorScheme: dark ? 'dark' : 'light',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    const text = message.text()
    if (message.type() === 'error' && !/Failed to load resource/.test(text)) complaints.push(text)
  })
  page.setDefaultTimeout(10_000)
  return { page, context, complaints }
}

/** Ends when what fades or moves has come to rest; what turns for ever (a loader) is not waited for. A text, since these tests know no DOM types. */
const settled = `Promise.all(document.getAnimations()
  .filter((animation) => animation.effect?.getTiming().iterations !== Infinity)
  .map((animation) => animation.finished.catch(() => null))).then(() => null)`

/** What axe finds against WCAG 2.1 A and AA in the page as it is now, one line each. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Dialogs fade in; half transparent text has half its contrast.
  await page.evaluate(settled)
  await page.evaluate(AxeBuilder.source)
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(
          options: object,
        ): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>
      }
    }
    const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary ?? ''}`)
  })
  return found
}

/** Nothing hangs out of the window to the right. */
export async function expectNoSideways(page: Page): Promise<void> {
  const [content = 0, window = 0] = await page.evaluate<number[]>(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  )
  expect(content, `${page.url()} is ${content} wide in ${window}`).toBeLessThanOrEqual(window)
}
