import { ImageResponse } from 'next/og';
import { AppIcon } from '@/components/site/AppIcon';

export const size = { width: 180, height: 180 };
export const contentType = 'image/png';

/** The icon on an iOS home screen, which rounds the corners itself. */
export default function AppleIcon(): Response {
  return new ImageResponse(<AppIcon size={size.width} shape="bleed" />, size);
}
