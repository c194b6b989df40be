import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { figureResource } from '@/lib/figures/figure';
import { exerciseSlugs } from '.';

const rows = readFileSync('README.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `open-'));

const openSlugs = exerciseSlugs().filter((slug) => slug.startsWith('open-'));

describe.each(openSlugs)('the README on %s', (slug) => {
  const row = rows.find((line) => line.split('|')[1]?.includes(`\`${slug}\``)) ?? '';

  it('has a row with every name of its wallet', async () => {
    const { resource } = await figureResource(slug);
    if (row.includes('as `open-digest`')) return;
    for (const name of Object.keys(await resource.wallet())) expect(row).toContain(`\`${name}\``);
  });

  it('names every path that asks for credentials', async () => {
    const { resource } = await figureResource(slug);
    const paths = Object.entries(resource.routes).filter(([, { open }]) => !open);
    for (const [path] of paths) expect(row).toMatch(new RegExp(`[\` ]${path.replace(/\//g, '\\/')}\``));
  });
});
