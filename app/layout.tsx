import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { columnScript } from '@/components/lesson/column';
import { stackScript } from '@/components/lesson/stack';
import { OfflineCopy } from '@/components/site/OfflineCopy';
import { configuredOrigin, originScript } from '@/components/site/origin';
import { ReplayEarlyInput } from '@/components/site/ReplayEarlyInput';
import { SiteFooter } from '@/components/site/SiteFooter';
import { SiteHeader } from '@/components/site/SiteHeader';
import { themeScript } from '@/components/site/theme';
import { headScript } from '@/lib/early/head-script';
import { bricolage, plex } from './fonts';
import './globals.css';

export const metadata: Metadata = {
  metadataBase: configuredOrigin ? new URL(configuredOrigin) : null,
  title: {
    default: 'Doorman: 401 Unauthorized and 403 Forbidden, met and solved',
    template: '%s · Doorman',
  },
  description:
    'Meet a real 401 Unauthorized and a real 403 Forbidden, see which check refused, and get past it: from the page or from your terminal, without an account.',
  applicationName: 'Doorman',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfdfe' },
    { media: '(prefers-color-scheme: dark)', color: '#0f141d' },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={`${bricolage.variable} ${plex.variable}`} suppressHydrationWarning>
      <head>
        <script>{`${themeScript};${originScript};${columnScript};${stackScript};${headScript()}`}</script>
      </head>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#content"
          className="fixed top-2 left-2 z-50 -translate-y-20 rounded-lg bg-brand px-4 py-2 font-medium text-on-brand focus:translate-y-0"
        >
          Skip to the content
        </a>
        <SiteHeader />
        <main id="content" tabIndex={-1} className="flex-1 outline-none">
          {children}
        </main>
        <SiteFooter />
        <OfflineCopy version={process.env.DOORMAN_BUILD ?? ''} />
        <ReplayEarlyInput />
      </body>
    </html>
  );
}
