/** An error page of HTML that was pasted without its headers. */
import type { ReadExchange } from './reading';

const begin = /<!doctype html|<html[\s>]|<head[\s>]/i;
/** A status as titles and headings of error pages have it. */
const heading =
  /<(?:title|h1|h2|center|b|p)[^>]{0,80}>\s{0,20}(?:<[^>]{1,80}>\s{0,20}){0,2}(?:HTTP )?(?:Error )?(?:HTTP ERROR )?(?:Server Error )?([45]\d\d)\b/i;
const longest = 262_144;

/** The page as a response whose headers nobody knows, or undefined where it names no status. */
export function lonePage(text: string): ReadExchange | undefined {
  const start = text.slice(0, 20_000).search(begin);
  if (start < 0) return undefined;
  const body = text.slice(start, start + longest);
  const status = statusOf(body);
  if (!status) return undefined;
  const span = { start, end: start + body.length };
  return {
    form: 'HTML page',
    response: { status, reason: '', fields: [], body, bodySpan: span, whole: false, ...span },
  };
}

function statusOf(body: string): number | undefined {
  const start = body.slice(0, 30_000);
  const named = heading.exec(start)?.[1];
  if (named) return Number(named);
  if (
    /attention required! \| cloudflare|sorry, you have been blocked|<title>\s{0,20}(?:access denied|forbidden)/i.test(
      start,
    )
  )
    return 403;
  return /<title>\s{0,20}unauthorized/i.test(start) ? 401 : undefined;
}
