import { ImageResponse } from 'next/og';
import { AppIcon } from '@/components/site/AppIcon';
import { appIcons } from '../icons';

/** Drawn while the pages are built. */
export const dynamic = 'force-static';

/** Every other icon is a real 404. */
export const dynamicParams = false;

interface Context {
  params: Promise<{ name: string }>;
}

export function generateStaticParams(): { name: string }[] {
  return appIcons.map(({ name }) => ({ name }));
}

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { name } = await params;
  const icon = appIcons.find((icon) => icon.name === name);
  if (!icon) return new Response(null, { status: 404 });
  const { size, purpose } = icon;
  const shape = purpose === 'maskable' ? 'bleed' : 'tile';
  return new ImageResponse(<AppIcon size={size} shape={shape} />, { width: size, height: size });
}
