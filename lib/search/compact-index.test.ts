import MiniSearch from 'minisearch';
import { expect, test } from 'vitest';
import { packIndex, unpackIndex } from './compact-index';

const options = { fields: ['title', 'body'] };

test('an index that was packed finds the same with the same scores', async () => {
  const index = new MiniSearch(options);
  index.addAll([
    { id: 0, title: 'clock', body: 'clock clock skew' },
    { id: 1, body: 'only a body with a clock' },
    ...Array.from({ length: 60 }, (_, at) => ({ id: at + 2, title: `page ${at}`, body: 'many words' })),
  ]);
  const packed = JSON.parse(JSON.stringify(packIndex(index.toJSON())));
  const again = MiniSearch.loadJS(await unpackIndex(packed), options);
  for (const query of ['clock', 'skew', 'many', 'page 59', 'words clock'])
    expect(again.search(query)).toEqual(index.search(query));
});
