// What the practice says of cookies and CORS, asked of a real Chromium: hosts below .example lead to this process.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { type CookieExchange, sentCookies } from '@/lib/practice/client/cookies';
import { setCookieText } from '@/lib/practice/client/cookies-view';
import { type CorsExchange, corsRuling } from '@/lib/practice/client/cors';
import { type Exchange, viewOf } from '@/lib/practice/client/view';
import { levels } from '@/lib/practice/family';
import { isServer, situationOf } from '@/lib/practice/situation';

test.describe.configure({ mode: 'serial' });

let answer: RequestListener = (_, response) => response.end();
let browser: Browser | undefined;
/** A profile that is set to block no third-party cookies, as the practice says of its browser. */
let profile: BrowserContext | undefined;
const servers: Server[] = [];
const folder = mkdtempSync(join(tmpdir(), 'practice-'));

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

test.beforeAll(async ({ playwright }, { project }) => {
  test.skip(spawnSync('openssl', ['version']).status !== 0, 'openssl is not installed');
  const [key, certificate] = [join(folder, 'key'), join(folder, 'certificate')];
  const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=shop.example'];
  execFileSync('openssl', [...made, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  const forward: RequestListener = (request, response) => answer(request, response);
  const plain = await listen(createServer(forward));
  const secure = await listen(
    createTlsServer({ key: readFileSync(key), cert: readFileSync(certificate) }, forward) as Server,
  );
  const { launchOptions } = project.use;
  const options = {
    ...launchOptions,
    args: [
      ...(launchOptions?.args ?? []),
      `--host-resolver-rules=MAP *.example:80 127.0.0.1:${plain}, MAP *.example:* 127.0.0.1:${secure}`,
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
    ],
  };
  browser = await playwright.chromium.launch(options);
  mkdirSync(join(folder, 'profile', 'Default'), { recursive: true });
  const preferences = { profile: { cookie_controls_mode: 0, block_third_party_cookies: false } };
  writeFileSync(join(folder, 'profile', 'Default', 'Preferences'), JSON.stringify(preferences));
  profile = await playwright.chromium.launchPersistentContext(join(folder, 'profile'), {
    ...options,
    ignoreHTTPSErrors: true,
  });
});

test.afterAll(async () => {
  await profile?.close();
  await browser?.close();
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true });
});

/** Different exchanges of a kind, as the practice draws them. */
function exchangesOf<T extends Exchange>(kind: T['kind'], count: number): readonly T[] {
  const some = new Map<string, T>();
  for (let seed = 0; some.size < count && seed < 4000; seed += 1) {
    const situation = situationOf(levels[seed % 3] ?? 1, `b${seed.toString(36)}`);
    if (isServer(situation) || situation.exchange.kind !== kind) continue;
    // Nobody waits half an hour for a test.
    if (situation.family === 'cookie-lifetime') continue;
    some.set(JSON.stringify(situation.exchange), situation.exchange as T);
  }
  return [...some.values()];
}

const html = { 'content-type': 'text/html' };

async function cookieLine({ setBy, cookies, next }: CookieExchange): Promise<string> {
  let seen: string | undefined;
  answer = (request, response) => {
    if (request.url === '/from') return response.writeHead(200, html).end('<p>a page</p>');
    const address = new URL(request.url ?? '/', next.url).pathname;
    const isSetting = request.headers.host === new URL(setBy).host && request.headers['x-step'] === 'set';
    if (isSetting) {
      return response.writeHead(200, { ...html, 'set-cookie': cookies.map(setCookieText) }).end();
    }
    if (address === new URL(next.url).pathname && request.headers.host === new URL(next.url).host)
      seen = request.headers.cookie ?? '';
    return response.writeHead(200, html).end();
  };
  if (!profile) throw new Error('No browser was started');
  await profile.clearCookies();
  const page = await profile.newPage();
  try {
    await page.setExtraHTTPHeaders({ 'X-Step': 'set' });
    await page.goto(setBy);
    await page.setExtraHTTPHeaders({});
    await page.goto(`${next.page}/from`);
    if (next.by === 'script') {
      await page.evaluate(
        async ([url, credentials]) => {
          await fetch(url ?? '', { mode: 'no-cors', credentials: credentials as RequestCredentials });
        },
        [next.url, next.credentials ?? 'same-origin'],
      );
    } else {
      await page.evaluate(
        ([by, url]) => {
          document.body.innerHTML =
            by === 'link' ? `<a href="${url}">go</a>` : `<form method="post" action="${url}"></form>`;
        },
        [next.by, next.url],
      );
      const arrived = page.waitForURL(next.url);
      await page.evaluate(() => {
        document.querySelector('a')?.click();
        document.querySelector('form')?.submit();
      });
      await arrived;
    }
    expect(seen, 'the request arrived').toBeDefined();
    return seen ?? '';
  } finally {
    await page.close();
  }
}

test('Chromium sends the cookies that the practice says it sends', async () => {
  test.setTimeout(120_000);
  const exchanges = exchangesOf<CookieExchange>('cookies', 36);
  for (const exchange of exchanges) {
    const said = sentCookies(exchange)
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
    expect(await cookieLine(exchange), JSON.stringify(exchange)).toBe(said);
    const right = viewOf(exchange).choices.find(({ correct }) => correct);
    expect(right?.text).toContain(said || 'no `Cookie` header');
  }
});

/** True where browsers are laxer than the standard: in 2026 a star still covers Authorization for them. */
function isLaxer({ fields, preflight }: CorsExchange): boolean {
  const allowed = preflight.fields.find(([name]) => name === 'Access-Control-Allow-Headers')?.[1];
  return allowed === '*' && fields.some(([name]) => name === 'Authorization');
}

/** What a page gets that is open already. Each request has a query of its own, so no preflight is remembered for it. */
async function corsOutcome(page: Page, exchange: CorsExchange, query: string): Promise<string> {
  const methods: string[] = [];
  answer = (request, response) => {
    methods.push(request.method ?? '');
    const { status, fields } = request.method === 'OPTIONS' ? exchange.preflight : exchange.reply;
    return response.writeHead(status, fields.flat()).end();
  };
  const { url, method, fields, credentials } = exchange;
  const isRead = await page.evaluate(
    async ({ address, ...options }) => {
      try {
        await fetch(address, options);
        return true;
      } catch {
        return false;
      }
    },
    {
      address: `${url}?${query}`,
      method,
      headers: Object.fromEntries(fields),
      ...(credentials && { credentials: 'include' as const }),
    },
  );
  const isAsked = methods.includes('OPTIONS');
  if (isAsked && methods.length === 1) return 'refused';
  return `${isAsked ? 'asked' : 'plain'}-${isRead ? 'read' : 'hidden'}`;
}

test('Chromium asks first, sends and hides as the practice says', async () => {
  const exchanges = exchangesOf<CorsExchange>('cors', 120).filter((exchange) => !isLaxer(exchange));
  expect(exchanges.length).toBeGreaterThan(60);
  answer = (_, response) => response.writeHead(200, html).end('<p>a page</p>');
  if (!browser) throw new Error('No browser was started');
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const page = await context.newPage();
  await page.goto(exchanges[0]?.page ?? '');
  for (const [at, exchange] of exchanges.entries()) {
    const outcome = await corsOutcome(page, exchange, String(at));
    expect(outcome, JSON.stringify(exchange)).toBe(corsRuling(exchange).outcome);
  }
  await context.close();
});
