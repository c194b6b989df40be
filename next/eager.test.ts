import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { compileEarly, compileModulesEarly } from './eager.mjs';

const first = '(e,t)=>{t.exports={a:()=>1}}';
const second = 'function(e){e.s(["b",0,[()=>2]])}';
const push = (...modules: string[]) =>
  `(globalThis.TURBOPACK||(globalThis.TURBOPACK=[])).push([document.currentScript,${modules.join(',')}]);`;

describe('what the bundler writes, as next/eager.mjs knows it', () => {
  test('each module of a file is put in parentheses, and nothing within it', () => {
    expect(compileModulesEarly(push('1', first, '2', second))).toBe(
      push('1', `(${first})`, '2', `(${second})`),
    );
  });

  test('a module that several ids share, and the list of what starts, are left in their places', () => {
    expect(compileModulesEarly(push('1', '2', first, '{otherChunks:["a.js"],runtimeModuleIds:[1]}'))).toBe(
      push('1', '2', `(${first})`, '{otherChunks:["a.js"],runtimeModuleIds:[1]}'),
    );
  });

  test('done twice it changes nothing', () => {
    const done = compileModulesEarly(push('1', first));
    expect(compileModulesEarly(done)).toBe(done);
  });

  test.each(['(()=>{let a=[()=>1]})();', 'self.list.push(1,()=>2);', ''])(
    '%j is no file of modules',
    (code) => {
      expect(compileModulesEarly(code)).toBe(code);
    },
  );

  test('what is no script is refused', () => {
    expect(() => compileModulesEarly('(globalThis.T=[]).push([')).toThrow(SyntaxError);
  });
});

describe('the scripts of a build', () => {
  const folder = mkdtempSync(join(tmpdir(), 'doorman-eager-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('a build without one file of modules stops', () => {
    writeFileSync(join(folder, 'runtime.js'), '(()=>{})();');
    expect(() => compileEarly(folder)).toThrow('next/eager.mjs');
  });

  test('files of modules are rewritten, others are not', () => {
    writeFileSync(join(folder, 'modules.js'), push('1', first));
    writeFileSync(join(folder, 'modules.js.map'), push('1', first));
    compileEarly(folder);
    expect(readFileSync(join(folder, 'modules.js'), 'utf8')).toBe(push('1', `(${first})`));
    expect(readFileSync(join(folder, 'modules.js.map'), 'utf8')).toBe(push('1', first));
    expect(readFileSync(join(folder, 'runtime.js'), 'utf8')).toBe('(()=>{})();');
  });
});
