import { test } from 'vitest';
import { checkContent } from './check';

test('content', async () => {
  await checkContent();
});
