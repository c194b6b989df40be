/** The Content-Security-Policy of each page, with its own inline scripts named by hash (CSP3 §2.3.1). */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const server = path.join('server', 'app');
const inline = /<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/g;

/**
 * What gives the policy of the page at `target`, for the build in `folder`. Pages are made at build, so their inline
 * scripts are known: a script that was not in the file does not run. Whatever is no page gets the policy of the 404.
 * Without a build, in development, the framework writes scripts as it goes: inline scripts and `eval` are let through.
 */
export function pagePolicies(folder: string | undefined, secondOrigin: string): (target: string) => string {
  if (folder === undefined) {
    const open = policy("'unsafe-inline' 'unsafe-eval'", secondOrigin);
    return () => open;
  }
  const manifest = path.join(folder, 'prerender-manifest.json');
  const { routes } = JSON.parse(readFileSync(manifest, 'utf8')) as { routes: Record<string, unknown> };
  const known = new Map<string, string>();
  return (target) => {
    const page = pageAt(target);
    const route = Object.hasOwn(routes, page) ? page : '/_not-found';
    const ready = known.get(route);
    if (ready) return ready;
    const file = path.join(folder, server, `${route === '/' ? '/index' : route}.html`);
    const hashes = existsSync(file) ? scriptHashes(readFileSync(file, 'utf8')) : [];
    const made = policy(hashes.join(' '), secondOrigin);
    known.set(route, made);
    return made;
  };
}

/** The hash sources of the inline scripts in a page, each once; blocks of data are no scripts. */
export function scriptHashes(html: string): string[] {
  const texts = [...html.matchAll(inline)]
    .filter(([, attributes = '']) => !/type="application\/(?:ld\+)?json"/.test(attributes))
    .map(([, , text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  return [...new Set(texts)];
}

/** The path as the router knows pages: decoded, without query, without a slash at the end. */
function pageAt(target: string): string {
  const [raw = '/'] = target.replace(/^https?:\/\/[^/?#]*/i, '').split(/[?#]/);
  try {
    return decodeURIComponent(raw).replace(/\/+$/, '') || '/';
  } catch {
    return '/_not-found';
  }
}

// Styles may stand inline: an element that takes its place in a grid says so in an attribute, which no hash covers.
function policy(scripts: string, secondOrigin: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' ${scripts}`.trim(),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self' ${secondOrigin}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
