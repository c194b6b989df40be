/** Where requests go, as the page and a terminal beside it reach it. */
import { useEffect, useMemo, useState } from 'react';
import type { Place } from '@/lib/draft/draft';
import type { Brief } from '@/lib/draft/exchange';
import { herePath } from '../brief';

/** The place of the resource. Only the browser knows under which host it asks, so there is none while it is rendered first. */
export function usePlace(brief: Brief): Place {
  const [host, setHost] = useState('');
  useEffect(() => setHost(window.location.host), []);
  return useMemo(() => ({ base: herePath(brief.urls.resource), host }), [brief, host]);
}
