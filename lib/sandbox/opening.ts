/** How an exercise looks before anybody touched it, for a page that is made at build. */
import type { Opening } from './exchange';
import { figureDraft } from './figure';

/** The opening of an exercise. Throws where there is no such exercise. */
export async function opening(slug: string): Promise<Opening> {
  const { draft, open } = await figureDraft(slug, 'start');
  return { draft, wallet: Object.values(await open.door.wallet()) };
}
