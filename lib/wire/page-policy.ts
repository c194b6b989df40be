/** The Content-Security-Policy of pages (CSP3). Pages are made at build, so their inline scripts are known by their hash. */
import path from 'node:path';
import { readBuildFacts } from '@/next/build-facts.mjs';
import { secondOrigins } from './second-origins';

/** The policy of the pages of this build; in development there is none. Pages may connect to `SECOND_ORIGIN` too. */
export function currentPagePolicy(isBuilt: boolean): string {
  return pagePolicy(
    isBuilt
      ? readBuildFacts(path.join(process.cwd(), process.env.DOORMAN_BUILD_FOLDER ?? '.next')).scripts
      : undefined,
    secondOrigins(process.env),
  );
}

/**
 * The policy of every page. `scripts` are the hash sources of the inline scripts that pages have; without them, in
 * development, the framework writes scripts as it goes, and inline scripts and `eval` are let through. Pages may
 * connect to `secondOrigin` too.
 */
export function pagePolicy(scripts: readonly string[] | undefined, secondOrigin: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts ? scripts.join(' ') : "'unsafe-inline' 'unsafe-eval'"}`.trim(),
    // Styles may stand inline: an element that takes its place in a grid has an attribute for it, which no hash covers.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self' ${secondOrigin}`.trim(),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
