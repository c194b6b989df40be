import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import createMDX from '@next/mdx';
import { PHASE_PRODUCTION_SERVER } from 'next/constants.js';
import { currentBuild, sharedFolder } from './next/build-folder.mjs';
import { pageFields } from './next/page-fields.mjs';

// A new value for each build, the same in all processes that work on it: by it a page and the offline copy know
// whether they belong together.
process.env.DOORMAN_BUILD ??= randomUUID();

/** @type {import('next').NextConfig} */
const config = {
  pageExtensions: ['ts', 'tsx', 'mdx'],
  env: { DOORMAN_BUILD: process.env.DOORMAN_BUILD },
  adapterPath: fileURLToPath(new URL('./next/adapter.mjs', import.meta.url)),
  poweredByHeader: false,
  // The server of ours compresses by itself (next/server.mjs), smaller than the framework's gzip.
  compress: !process.env.DOORMAN_COMPRESSES,
  reactStrictMode: true,
  typedRoutes: true,
  // The stage `types` checks them, with those of the tests; a build would do it once more.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // By itself the framework leaves a core to others, which on a machine of two is half of it.
    cpus: Math.max(Math.min(2, availableParallelism()), availableParallelism() - 1),
    // Each build has an empty folder of its own, so nobody would read the half gigabyte that it writes.
    turbopackFileSystemCacheForBuild: false,
  },
  // Development writes no files of its own into the repository.
  agentRules: false,
  // On hosts that run no server of ours, a redirect would hide the target from the sandbox.
  skipTrailingSlashRedirect: true,
  headers: async () => [{ source: '/((?!api/|\\.well-known/).*)', headers: [...pageFields] }],
};

const withMDX = createMDX({
  // Turbopack takes plugins as strings: they cross into Rust and back.
  options: {
    remarkPlugins: ['remark-gfm', 'remark-frontmatter', 'remark-mdx-frontmatter'],
    rehypePlugins: [fileURLToPath(new URL('./lib/content/mdx-parts.mjs', import.meta.url))],
  },
});

/**
 * A server serves the build that is the current one as it starts, and stays with it. The name is for the server's own code.
 * @param {string} phase
 */
export default function configure(phase) {
  if (phase === PHASE_PRODUCTION_SERVER) {
    process.env.DOORMAN_BUILD_FOLDER ||= currentBuild(process.cwd()) ?? sharedFolder;
  }
  return withMDX({ ...config, distDir: process.env.DOORMAN_BUILD_FOLDER || sharedFolder });
}
