import type { Metadata } from 'next';
import { Gates } from '@/components/trace/Gates';
import { ButtonLink } from '@/components/ui/Button';
import { ruleUrl } from '@/lib/http-auth/rule';

export const metadata: Metadata = { title: '404 Not Found' };

export default function NotFound() {
  return (
    <div className="mx-auto max-w-xl px-(--gutter) pt-16 sm:pt-24">
      <Gates status={404} size="hero" />
      <h1 className="mt-14 text-title">Page not found</h1>
      <p className="mt-4 text-lead text-soft">
        There is nothing at this address. A hidden 403 would look the same, and that is its purpose (
        <a className="link whitespace-nowrap" href={ruleUrl('RFC 9110 §15.5.4')}>
          RFC 9110 §15.5.4
        </a>
        ). This 404 hides nothing.
      </p>
      <div className="mt-8 flex flex-wrap gap-3">
        <ButtonLink href="/">To the start page</ButtonLink>
        <ButtonLink variant="secondary" href="/sandbox">
          See all exercises
        </ButtonLink>
      </div>
    </div>
  );
}
