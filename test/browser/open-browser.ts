import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leaveOut } from '../left-out.ts';
import { type BrowserContext, chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/**
 * Starts a browser without a screen; undefined, with one line that says so, where there is none. `npm run
 * verify` fails then.
 */
export async function openBrowser(what: string): Promise<BrowserContext | undefined> {
  const executablePath = [process.env['CHROMIUM'] ?? '', ...places].find((place) => existsSync(place));
  if (executablePath === undefined) {
    leaveOut(`${what} (no Chromium)`);
    return undefined;
  }
  return chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), 'waymark-browser-')), {
    executablePath,
    headless: true,
    offline: true,
    viewport: { width: 1200, height: 900 },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
