/** The catalogue as JSON, with addresses in which `{attempt}` stands for an id of one's own. */
import { jsonResponse } from '@/lib/sandbox/api';
import { catalogue } from '@/lib/sandbox/catalogue';
import { publicOrigin } from '@/lib/sandbox/origin';

export const dynamic = 'force-dynamic';

export async function GET(request: Request): Promise<Response> {
  const origin = publicOrigin(request.headers.get('Host'));
  const entries = (await catalogue()).map(({ slug, title, schemes, goal, lessons, open }) => ({
    slug,
    title,
    open,
    schemes,
    goal,
    briefUrl: `${origin}/api/briefs/${slug}/{attempt}`,
    resourceUrl: `${origin}/api/sandbox/${slug}/{attempt}`,
    lessons,
  }));
  return jsonResponse(entries);
}
