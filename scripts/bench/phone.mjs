// A slow phone: CPU four times slower, slow 4G, a small touch screen, an empty cache.
import { setTimeout as pause } from 'node:timers/promises';

const phone = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
};
const slow4g = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};

/** Where every visit comes from: a page of no site, so that each site gets a process of its own, whatever its headers. */
const elsewhere = 'data:text/html,<title>Elsewhere</title>';

/** How long a new window gets to settle, in milliseconds: the browser's own work is none of the page's. */
const settling = 2000;

/**
 * A new window on the phone, for somebody who was never here. The caller closes the context.
 * @param {import('playwright').Browser} browser
 */
export async function openPhone(browser) {
  const context = await browser.newContext(phone);
  const page = await context.newPage();
  await page.goto(elsewhere);
  await pause(settling);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slow4g);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return { context, page, session };
}
