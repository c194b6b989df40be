/** What a server is told by its environment, checked before it serves: a wrong value ends the start with a sentence. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { proxyList } from '@/lib/sandbox/address';
import { checkOrigins } from '@/lib/sandbox/origin';
import { securityContacts } from '@/lib/sandbox/security-text';
import { redisTrouble } from '@/lib/store/redis-trouble';
import { secretTrouble } from './secret-strength';

/** Ends the start. Its message is for the person who starts the server, and holds no secret. */
export class StartRefusal extends Error {}

/** Where metrics are served: an address of this machine and a port. */
export interface MetricsAddress {
  readonly host: string;
  readonly port: number;
}

const portForm = /^(?:[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$/;

/** Throws a StartRefusal with the first thing that is wrong. */
export async function checkSettings(env: NodeJS.ProcessEnv): Promise<void> {
  const trouble =
    secretTrouble(env.DOORMAN_SECRET) ??
    formTrouble(env) ??
    sentenceOf(() => checkOrigins('PUBLIC_ORIGIN', env.PUBLIC_ORIGIN)) ??
    sentenceOf(() => checkOrigins('SECOND_ORIGIN', env.SECOND_ORIGIN)) ??
    sentenceOf(() => proxyList(env.TRUSTED_PROXIES)) ??
    sentenceOf(() => metricsAddress(env.METRICS_ADDRESS)) ??
    sentenceOf(() => securityContacts(env.SECURITY_CONTACT)) ??
    (env.REDIS_URL ? await redisTrouble(env.REDIS_URL) : folderTrouble(env.DOORMAN_DATA));
  if (trouble) throw new StartRefusal(trouble);
}

/** Variables with a value of few forms. A typing error in one would be read as if the variable were not set. */
const forms: readonly (readonly [name: string, form: RegExp, advice: string])[] = [
  ['RATE_LIMIT', /^\d{1,6}$/, 'a whole number of requests a second below a million, or 0 for no limit'],
  ['PROXY_PORT', portForm, 'a whole number from 1 to 65535, or empty for no proxy'],
  ['DIAGNOSE', /^(?:on|off)$/, '“off”, or left out'],
  ['REQUEST_LOG', /^(?:on|off)$/, '“on”, or left out'],
];

function formTrouble(env: NodeJS.ProcessEnv): string | undefined {
  const wrong = forms.find(([name, form]) => env[name] && !form.test(env[name]));
  return wrong && `${wrong[0]} must be ${wrong[2]}.`;
}

/** `METRICS_ADDRESS`, such as `127.0.0.1:9464` or `[::1]:9464`; undefined where it is not set. Throws an Error otherwise. */
export function metricsAddress(text: string | undefined): MetricsAddress | undefined {
  if (!text) return undefined;
  const [, bracketed, plain, digits] = /^(?:\[([\da-f:.]+)\]|([\w.-]+)):(\d{1,5})$/i.exec(text) ?? [];
  const host = bracketed ?? plain;
  const port = Number(digits);
  if (host && port >= 1 && port <= 65535) return { host, port };
  throw new Error('METRICS_ADDRESS must be an address and a port, such as 127.0.0.1:9464.');
}

function sentenceOf(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function folderTrouble(folder: string | undefined): string | undefined {
  if (!folder) return undefined;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return `The folder ${folder} cannot be written (${code}): let DOORMAN_DATA name another, or set it to nothing to keep progress in memory alone.`;
  }
}
