import createMDX from '@next/mdx';

/** @type {import('next').NextConfig} */
const config = {
  pageExtensions: ['ts', 'tsx', 'mdx'],
  poweredByHeader: false,
  reactStrictMode: true,
  // Development writes no files of its own into the repository.
  agentRules: false,
  // The wire tap gives sandbox handlers the raw target; a redirect would hide it from them.
  skipTrailingSlashRedirect: true,
};

const withMDX = createMDX({
  // Turbopack takes plugins as strings: they cross into Rust and back.
  options: {
    remarkPlugins: ['remark-gfm', 'remark-frontmatter', 'remark-mdx-frontmatter'],
  },
});

export default withMDX(config);
