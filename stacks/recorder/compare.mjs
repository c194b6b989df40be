// Two records beside each other: what is the same but for the parts that change in every run, and what is not.

/** @typedef {{ name: string, pattern: string, with?: string }} Volatile */

/** What changes in every run of every stack. */
export const alwaysVolatile = [{ name: 'the date', pattern: '(?<=\\r\\n[Dd]ate: )[^\\r]+' }];

/**
 * `text` with its changing parts named instead.
 * @param {string} text
 * @param {readonly Volatile[]} parts
 */
export function masked(text, parts) {
  return parts.reduce(
    (masking, { name, pattern }) => masking.replace(new RegExp(pattern, 'g'), `<${name}>`),
    text,
  );
}

/**
 * The lines that went and those that came, in order. Long common runs are left out.
 * @param {string} before
 * @param {string} after
 */
export function diff(before, after) {
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
 * What differs between two records, as lines for a terminal; empty where nothing does.
 * @param {Record<string, any>} before
 * @param {Record<string, any>} after
 */
export function differences(before, after) {
  const lines = [];
  const versions = diff(json(before.versions), json(after.versions));
  if (versions.length) lines.push('  versions', ...versions.map((line) => `    ${line}`));
  for (const key of ['title', 'language', 'door', 'variants', 'volatile', 'program']) {
    const changed = diff(json(about(before, key)), json(about(after, key)));
    if (changed.length) lines.push(`  ${key}`, ...changed.map((line) => `    ${line}`));
  }
  const variants = new Set([...Object.keys(before.answers), ...Object.keys(after.answers)]);
  for (const variant of variants) {
    const [old, now] = [before.answers[variant] ?? {}, after.answers[variant] ?? {}];
    for (const id of new Set([...Object.keys(old), ...Object.keys(now)])) {
      const changed = diff(shown(old[id], before.volatile), shown(now[id], after.volatile));
      if (changed.length) lines.push(`  ${variant}, ${id}`, ...changed.map((line) => `    ${line}`));
    }
  }
  return lines;
}

/** @param {Record<string, any>} record @param {string} key */
const about = (record, key) => record[key] ?? null;

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
