// What the subject of a commit looks like: `area: what changes`, so that the history can be read as a list.

/** Characters that a subject may have. */
const longest = 72;

/**
 * What is wrong with a subject, in a sentence; undefined where nothing is. Merges and reverts are written by git.
 * @param {string} subject
 * @returns {string | undefined}
 */
export function subjectFault(subject) {
  if (/^(Merge|Revert) /.test(subject)) return undefined;
  if (subject.length > longest)
    return `It has ${subject.length} characters: use at most ${longest}, and say why below it.`;
  if (!/^[a-z][a-z0-9 ,/-]*: \S/.test(subject)) {
    return 'Begin with what it is about, in small letters, and a colon: “scripts: print the time of each part”.';
  }
  if (subject.endsWith('.')) return 'Leave out the full stop at the end.';
  return undefined;
}
