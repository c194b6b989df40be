/** Colours of a snippet, found while the page is built; none of this reaches the browser. */
import { createCssVariablesTheme, createHighlighterCoreSync } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import apache from 'shiki/langs/apache.mjs';
import csharp from 'shiki/langs/csharp.mjs';
import java from 'shiki/langs/java.mjs';
import javascript from 'shiki/langs/javascript.mjs';
import nginx from 'shiki/langs/nginx.mjs';
import php from 'shiki/langs/php.mjs';
import properties from 'shiki/langs/properties.mjs';
import python from 'shiki/langs/python.mjs';
import shellscript from 'shiki/langs/shellscript.mjs';
import typescript from 'shiki/langs/typescript.mjs';
import type { Snippet } from './snippets';

/** A piece of a line and what it is, where that has a colour of its own. */
export interface Token {
  readonly text: string;
  readonly kind?: 'comment' | 'constant' | 'function' | 'keyword' | 'string';
}

const name = 'doorman';
const kinds = {
  comment: 'comment',
  constant: 'constant',
  function: 'function',
  keyword: 'keyword',
  string: 'string',
  'string-expression': 'string',
} as const satisfies Record<string, Token['kind']>;

const highlighter = createHighlighterCoreSync({
  engine: createJavaScriptRegexEngine(),
  langs: [apache, csharp, java, javascript, nginx, php, properties, python, shellscript, typescript],
  themes: [createCssVariablesTheme({ name })],
});

/** The lines of `text`, each in pieces. Joined again they give `text`. */
export function highlight(text: string, language: Snippet['language']): readonly (readonly Token[])[] {
  return highlighter
    .codeToTokensBase(text, { lang: language, theme: name, tokenizeTimeLimit: 0 })
    .map((line) =>
      line.map(({ content, color = '' }) => {
        const [, variable = ''] = /^var\(--shiki-token-(.+)\)$/.exec(color) ?? [];
        const kind = kinds[variable as keyof typeof kinds] as Token['kind'];
        return { text: content, ...(kind && { kind }) };
      }),
    );
}
