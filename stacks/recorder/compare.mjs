// Two records beside each other: what is the same but for the parts that change in every run, and what is not.

/**
 * A part that changes; `sort` where only the order of a list does.
 * @typedef {{ name: string, pattern: string, sort?: boolean }} Volatile
 */

/** What changes in every run of every stack. */
export const alwaysVolatile = [{ name: 'the date', pattern: '(?<=\\r\\n[Dd]ate: )[^\\r]+' }];

/**
 * `text` with its changing parts named instead.
 * @param {string} text
 * @param {readonly Volatile[]} parts
 */
export function masked(text, parts) {
  return parts.reduce(
    (masking, { name, pattern, sort }) =>
      masking.replace(new RegExp(pattern, 'g'), (match) =>
        sort ? match.split(/, */).sort().join(', ') : `<${name}>`,
      ),
    text,
  );
}

/**
 * The lines that went and those that came, in order. Long common runs are left out.
 * @param {string} before
 * @param {string} after
 */
function diff(before, after) {
  const [old, now] = [before.split('\n'), after.split('\n')];
  /** @type {number[][]} */
  const common = Array.from({ length: old.length + 1 }, () => new Array(now.length + 1).fill(0));
  const at = (/** @type {number} */ i, /** @type {number} */ j) => common[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      /** @type {number[]} */ (common[i])[j] =
        old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      i++;
      j++;
    } else if (i < old.length && (j >= now.length || at(i + 1, j) >= at(i, j + 1)))
      lines.push(`- ${old[i++]}`);
    else lines.push(`+ ${now[j++]}`);
  }
  return lines;
}

/**
 * The packages whose version is another one now, as a sentence; empty where there is none.
 * @param {Record<string, string>} before
 * @param {Record<string, string>} after
 */
export function otherVersions(before, after) {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => before[name] !== after[name])
    .map(
      (name) =>
        `${name} is ${after[name] ?? 'not there'} here, and ${before[name] ?? 'not there'} in the record`,
    )
    .join('; ');
}

/**
 * What differs between two records, as lines for a terminal; empty where nothing does.
 * @param {Record<string, any>} before
 * @param {Record<string, any>} after
 */
export function differences(before, after) {
  const versions = otherVersions(before.versions, after.versions);
  const lines = versions ? [`  another version: ${versions}`] : [];
  for (const key of [
    'title',
    'language',
    'kind',
    'from',
    'schemes',
    'chosenByProgram',
    'variants',
    'volatile',
  ]) {
    lines.push(...changed(key, json(before[key] ?? null), json(after[key] ?? null)));
  }
  for (const file of keysOf(before.program, after.program)) {
    lines.push(...changed(file, before.program[file] ?? '', after.program[file] ?? ''));
  }
  for (const variant of keysOf(before.answers, after.answers)) {
    const [old, now] = [before.answers[variant] ?? {}, after.answers[variant] ?? {}];
    for (const id of keysOf(old, now)) {
      lines.push(
        ...changed(`${variant}, ${id}`, shown(old[id], after.volatile), shown(now[id], after.volatile)),
      );
    }
  }
  return lines;
}

/** @param {string} title @param {string} before @param {string} after */
function changed(title, before, after) {
  const lines = diff(before, after);
  return lines.length ? [`  ${title}`, ...lines.map((line) => `    ${line}`)] : [];
}

/** @param {object} before @param {object} after */
function keysOf(before, after) {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])];
}

/** @param {unknown} value */
const json = (value) => JSON.stringify(value, null, 1);

/**
 * An answer as text, with its changing parts masked.
 * @param {any} answer
 * @param {readonly Volatile[]} parts
 */
function shown(answer, parts) {
  if (!answer) return '';
  if (answer.notApplicable) return `not applicable: ${answer.notApplicable}`;
  const whole = [...(answer.before ?? []), answer]
    .map(
      ({ request, response }) => `${request}\n${typeof response === 'string' ? response : response.base64}`,
    )
    .join('\n');
  return masked(whole, parts).replaceAll('\r', '');
}
