import type { MetadataRoute } from 'next';
import { headers } from 'next/headers';
import { publicOrigin } from '@/lib/sandbox/origin';

/** Pages may be found. The sandbox answers refusals all day and says `noindex` itself; nobody needs to crawl it. */
export default async function robots(): Promise<MetadataRoute.Robots> {
  const origin = publicOrigin((await headers()).get('host'));
  return {
    rules: { userAgent: '*', allow: '/', disallow: '/api/' },
    sitemap: new URL('/sitemap.xml', origin).href,
  };
}
