import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import Hops from './Hops';
import RunLog from './RunLog';

const hops = [
  { hop: 'proxy', received: ['GET /', 'api_key: b'], did: 'drops api_key' },
  { hop: 'application', received: ['GET /'], did: 'answers 401' },
];

it('the hops show in words what is gone and what each of them did', () => {
  const html = renderToStaticMarkup(<Hops body={JSON.stringify({ hops, trace: [] }, null, 2)} />);
  const text = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  expect(text).toContain('The proxy received GET / api_key: b');
  expect(text).toContain('gone: api_key: b');
  expect(text).toContain('It answers 401.');
});

it('the log shows its lines in order', () => {
  const html = renderToStaticMarkup(<RunLog body={JSON.stringify({ log: ['first', 'second'] }, null, 2)} />);
  expect(html.match(/<li[^>]*>([^<]+)/g)?.map((item) => item.replace(/.*>/, ''))).toEqual([
    'first',
    'second',
  ]);
});

it('neither shows anything of a body without a list', () => {
  expect(renderToStaticMarkup(<Hops body="{}" />) + renderToStaticMarkup(<RunLog body="{}" />)).toBe('');
});
