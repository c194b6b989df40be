import createMDX from '@next/mdx';

// Pages are static, and the framework's inline scripts differ from page to page, so they cannot be named by hash
// in one policy; everything else is closed. The sandbox writes its own, stricter fields.
const secondOrigin = process.env.SECOND_ORIGIN ?? 'http://localhost:* http://127.0.0.1:*';
const policy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${process.env.NODE_ENV === 'production' ? '' : " 'unsafe-eval'"}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  `connect-src 'self' ${secondOrigin}`,
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');
const pageFields = [
  { key: 'Content-Security-Policy', value: policy },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
];

/** @type {import('next').NextConfig} */
const config = {
  pageExtensions: ['ts', 'tsx', 'mdx'],
  poweredByHeader: false,
  reactStrictMode: true,
  // Development writes no files of its own into the repository.
  agentRules: false,
  // The wire tap gives sandbox handlers the raw target; a redirect would hide it from them.
  skipTrailingSlashRedirect: true,
  headers: async () => [{ source: '/((?!api/|\\.well-known/).*)', headers: pageFields }],
};

const withMDX = createMDX({
  // Turbopack takes plugins as strings: they cross into Rust and back.
  options: {
    remarkPlugins: ['remark-gfm', 'remark-frontmatter', 'remark-mdx-frontmatter'],
  },
});

export default withMDX(config);
