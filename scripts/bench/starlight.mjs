// A lesson's text as Starlight shows it: what the same article costs on a site that is made for reading.
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runToEnd } from '../child.mjs';
import { installPackages } from '../install.mjs';
import { privateFolder, root } from '../paths.mjs';
import { Stop } from '../stop.mjs';

/** The last of both that support Node.js 20, as Doorman does. */
const versions = { '@astrojs/starlight': '0.37.7', astro: '5.18.2' };

const lesson = join(root, 'content', 'lessons', '10-your-first-401', 'lesson.mdx');
const folder = join(privateFolder, 'starlight');
const stamp = join(folder, 'installed');

/** What `buildStarlight` makes, for a static server. */
export const starlightFolder = join(folder, 'dist');

// Left to itself Vite would take the settings of PostCSS from a folder above: Doorman's own.
const settings = `import starlight from '@astrojs/starlight';
import { defineConfig, passthroughImageService } from 'astro/config';

export default defineConfig({
  image: { service: passthroughImageService() },
  integrations: [starlight({ title: 'Doorman' })],
  vite: { css: { postcss: { plugins: [] } } },
});
`;
const collections = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';

export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/** Code, which stays, or something that MDX has and Markdown has not: a component's tag, an import. */
const codeOrMdx =
  /(?<code>^ *(?<fence>`{3,}|~{3,})[\s\S]*?^ *\k<fence>|(?<!`)(?<ticks>`+)(?!`)[\s\S]*?(?<!`)\k<ticks>(?!`))|<\/?[A-Z][\w.]*(?:\s+[\w-]+(?:=(?:"[^"]*"|\{[^}]*\}))?)*\s*\/?>|^(?:import|export) .*/gm;

/**
 * A lesson as a page of Starlight: its title and summary, then its text as Markdown, with what stands inside of
 * components and without the components.
 * @param {string} mdx
 */
export function article(mdx) {
  const [whole, fields] = /^---\n([\s\S]*?\n)---\n/.exec(mdx) ?? ['', ''];
  const [title] = /^title: .*/m.exec(fields ?? '') ?? [];
  const [summary] = /^summary: .*/m.exec(fields ?? '') ?? [];
  if (!title || !summary) throw new Error('A lesson begins with its title and summary.');
  const text = mdx
    .slice(whole.length)
    .replace(codeOrMdx, (_found, /** @type {string | undefined} */ code) => code ?? '');
  return `---\n${title}\n${summary.replace('summary', 'description')}\n---\n${text}`;
}

async function install() {
  const print = `${JSON.stringify(versions)} ${process.platform} ${process.arch}\n`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === print) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    `${JSON.stringify({ private: true, type: 'module', dependencies: versions })}\n`,
  );
  console.log(`Installing Starlight ${versions['@astrojs/starlight']} …`);
  await installPackages(['install', '--ignore-scripts'], folder);
  writeFileSync(stamp, print);
}

/** Installs it where it is not yet, writes the page and builds it. Throws a Stop where one of these fails. */
export async function buildStarlight() {
  await install();
  for (const name of ['dist', 'src', '.astro']) rmSync(join(folder, name), { recursive: true, force: true });
  mkdirSync(join(folder, 'src', 'content', 'docs'), { recursive: true });
  mkdirSync(join(folder, 'public'), { recursive: true });
  copyFileSync(join(root, 'app', 'icon.svg'), join(folder, 'public', 'favicon.svg'));
  writeFileSync(join(folder, 'astro.config.mjs'), settings);
  writeFileSync(join(folder, 'tsconfig.json'), '{}\n');
  writeFileSync(join(folder, 'src', 'content.config.mjs'), collections);
  writeFileSync(join(folder, 'src', 'content', 'docs', 'index.md'), article(readFileSync(lesson, 'utf8')));
  const program = join(folder, 'node_modules', 'astro', 'astro.js');
  const { code, output } = await runToEnd(process.execPath, [program, 'build'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
  });
  if (code !== 0) throw new Stop(`The page of Starlight was not built:\n${output}`);
}
