import type { MetadataRoute } from 'next';
import { origin } from '@/components/site/origin';

/** Pages may be found. The sandbox answers refusals all day and says `noindex` itself; nobody needs to crawl it. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: '*', allow: '/', disallow: '/api/' },
    sitemap: new URL('/sitemap.xml', origin).href,
  };
}
