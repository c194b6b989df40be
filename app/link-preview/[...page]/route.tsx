import { ImageResponse } from 'next/og';
import { LinkPreview } from '@/components/site/LinkPreview';
import { previewSize } from '@/components/site/page-metadata';
import { gatesOf } from '@/components/trace/gate-states';
import { displayFace } from '@/lib/content/display-face';
import { pictures, statusesOf } from '../pictures';

/** Drawn while the pages are built: one address for each, which says what it is about. */
export const dynamic = 'force-static';

/** Every other picture is a real 404. */
export const dynamicParams = false;

interface Context {
  params: Promise<{ page: string[] }>;
}

export async function generateStaticParams(): Promise<{ page: string[] }[]> {
  return (await pictures()).map(({ path }) => ({ page: `${path}.png`.slice(1).split('/') }));
}

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const path = `/${(await params).page.join('/')}`.replace(/\.png$/, '');
  const picture = (await pictures()).find((picture) => picture.path === path);
  if (!picture) return new Response(null, { status: 404 });
  const gates = gatesOf(await statusesOf(picture));
  return new ImageResponse(<LinkPreview title={picture.title} gates={gates} />, {
    ...previewSize,
    fonts: [displayFace()],
  });
}
