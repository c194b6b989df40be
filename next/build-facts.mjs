// What the server has to know of its build: next/adapter.mjs writes it, the server reads it once.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} BuildFacts
 * @property {readonly string[]} scripts The hash sources of the inline scripts of all pages (CSP3 §2.3.1)
 * @property {Readonly<Record<string, string>>} offline What works offline, in the order in which it is wanted: address →
 * the first 64 bits of the SHA-256 of its content
 * @property {string} diagnosis The file of what the diagnosis knows, from the folder of the build
 */

const name = 'doorman-build.json';

/**
 * @param {string} folder Where the build lies
 * @param {BuildFacts} facts
 */
export function writeBuildFacts(folder, facts) {
  writeFileSync(path.join(folder, name), JSON.stringify(facts));
}

/**
 * Throws where there is no build.
 * @param {string} folder Where the build lies
 * @returns {BuildFacts}
 */
export function readBuildFacts(folder) {
  return JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
}

/**
 * What the diagnosis of a build knows, as its browsers get it. Throws where there is no build.
 * @param {string} folder Where the build lies
 */
export function readDiagnosis(folder) {
  return JSON.parse(readFileSync(path.join(folder, readBuildFacts(folder).diagnosis), 'utf8'));
}
