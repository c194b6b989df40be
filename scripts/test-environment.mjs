// What tests find in their environment: a secret and addresses of their own, whatever the terminal has set.
import { testSecret } from './paths.mjs';

/** Variables that a person may have set for the server, and that would change what tests see. */
const unset = [
  'DIAGNOSE',
  'HOST',
  'METRICS_ADDRESS',
  'NODE_ENV',
  'PROXY_PORT',
  'PUBLIC_ORIGIN',
  'RATE_LIMIT',
  'REDIS_URL',
  'REPOSITORY_URL',
  'REQUEST_LOG',
  'SECOND_ORIGIN',
  'SECURITY_CONTACT',
  'TRUSTED_PROXIES',
];

/** Sets the environment of this process, which the programs that it starts inherit. */
export function setTestEnvironment() {
  const env = /** @type {NodeJS.Dict<string>} */ (process.env);
  for (const name of unset) delete env[name];
  env.DOORMAN_SECRET = testSecret;
  env.NEXT_TELEMETRY_DISABLED = '1';
  env.DOORMAN_DATA = '';
}
