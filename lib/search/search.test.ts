import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Result, search } from './search';
import { type IndexedPage, makeIndex, readIndex } from './search-index';

const page = (at: string, title: string, more: Partial<IndexedPage> = {}): IndexedPage => ({
  ...{ at, kind: 'Cause', title, text: '', words: '', sections: [], says: [] },
  ...more,
});

const stored = makeIndex([
  page('/clock', 'A clock is wrong', {
    text: 'The token is refused because the clock of one side is off',
    sections: [
      { anchor: '', title: '', body: 'It began on Monday' },
      {
        anchor: 'the-fix',
        title: 'The fix',
        body: 'Start chrony, and look at timedatectl. IDX10222 goes away.',
      },
    ],
  }),
  page('/redirect', 'A redirect drops the header', { text: 'The client left Authorization behind' }),
  page('/blocked', 'A firewall refuses', {
    says: [
      { text: 'error code: 1010', tool: 'Cloudflare' },
      { text: 'You are … banned from this site', tool: 'Cloudflare' },
    ],
  }),
  page('/expired', 'The token has expired', {
    says: [{ text: 'jwt expired', tool: 'jsonwebtoken' }],
    sections: [{ anchor: 'x', title: 'Names', body: 'TokenExpiredError and invalid_token' }],
  }),
  page('/lesson', 'Redirects, tokens and clocks', { kind: 'Lesson' }),
]);
const index = await readIndex(JSON.stringify(stored));
const at = (query: string) => search(index, query).map((result) => result.at);
const best = (query: string): Result => search(index, query)[0] as Result;

describe('the search', () => {
  test('a page that has most of the words comes first, and a word that nothing has hides none', () => {
    expect(at('redirect header zebra')[0]).toBe('/redirect');
    expect(at('zebra')).toEqual([]);
  });

  test('a page that has two of the words comes before one that has one of them in its title', () => {
    expect(at('clock refused')[0]).toBe('/clock');
  });

  test('a word of the body leads to its section, and says which word stands there', () => {
    expect(best('chrony')).toMatchObject({
      at: '/clock#the-fix',
      title: 'A clock is wrong',
      why: { by: 'section', title: 'The fix', words: ['chrony'] },
    });
  });

  test('what stands before the first heading leads to the page', () => {
    expect(best('Monday')).toMatchObject({ at: '/clock', why: { by: 'head' } });
  });

  test.each(['1020', 'IDX10223', 'IDX1022', '101', 'AH01630'])(
    '%s finds nothing that only looks like it',
    (code) => expect(at(`${code} `)).toEqual([]),
  );

  test('whoever types a code that begins with a letter sees it before it is whole', () => {
    expect(at('IDX102')).toEqual(['/clock#the-fix']);
    expect(at('101')).toEqual([]);
  });

  test.each(['IDX10222', 'idx10222', 'TokenExpiredError', 'invalid_token'])(
    '%s is found to the letter',
    (code) => {
      expect(at(code)).toHaveLength(1);
    },
  );

  test('an identifier that stands nowhere is looked up by its parts', () => {
    expect(at('ExpiredTokenException')).toContain('/expired');
  });

  test('a text that a tool prints is met in what is around it, gaps and all', () => {
    expect(best('12:00 server says: You are hereby banned from this site!')).toMatchObject({
      at: '/blocked',
      why: { by: 'text', text: 'You are … banned from this site', tool: 'Cloudflare' },
    });
    expect(best('Uncaught: jwt   expired at line 12 of the token redirect header')).toMatchObject({
      at: '/expired',
    });
  });

  test('typing errors are forgiven in words', () => {
    expect(at('redirct')).toContain('/redirect');
  });

  test('a field is a header, and a JWT a token', () => {
    expect(at('field')).toContain('/redirect');
    expect(at('jwt clock')[0]).toBe('/clock');
  });

  test('common words alone find nothing', () => {
    expect(at('the of and is it')).toEqual([]);
    expect(at('')).toEqual([]);
  });

  test('only pages of a kind, and no more than asked for', () => {
    expect(search(index, 'token', { kind: 'Lesson' }).map(({ kind }) => kind)).toEqual(['Lesson']);
    expect(search(index, 'token redirect clock', { most: 2 })).toHaveLength(2);
  });

  test('whatever is pasted, it answers, with every page once', () => {
    const pasted = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 5000 }),
      fc.constantFrom(
        'constructor',
        '__proto__ toString',
        'jwt '.repeat(5000),
        '\u0000\u202e<script>',
        '[.*+?^',
      ),
    );
    fc.assert(
      fc.property(pasted, (text) => {
        const pages = at(text).map((address) => address.replace(/#.*/, ''));
        expect(new Set(pages).size).toBe(pages.length);
      }),
    );
  });
});
