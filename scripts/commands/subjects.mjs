// `npm run subjects -- BASE`: checks the subjects of the commits since BASE, since the last tag, or since main was left.
import { runToEnd } from '../child.mjs';
import { Stop } from '../stop.mjs';
import { subjectFault } from '../subjects.mjs';

/** @param {readonly string[]} args */
async function git(...args) {
  const { code, output } = await runToEnd('git', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  return code === 0 ? output.trim() : undefined;
}

/** Where the new commits begin: the last tag, else where this branch left main. */
async function base() {
  const tag = await git('describe', '--tags', '--abbrev=0', 'HEAD^');
  return tag ?? (await git('merge-base', 'HEAD', 'origin/main')) ?? (await git('merge-base', 'HEAD', 'main'));
}

/** @param {readonly string[]} args The commit after which the new ones begin, or nothing. */
export default async function subjects([from]) {
  const start = from || (await base());
  if (!start) throw new Stop('There is no tag and no main: name the commit after which the new ones begin.');
  const log = await git('log', '--no-merges', '--format=%h %s', `${start}..HEAD`);
  if (log === undefined) throw new Stop(`git knows no commit ${start}.`);
  const commits = log.split('\n').filter(Boolean);
  const faults = commits.flatMap((line) => {
    const [, hash = '', subject = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
    const fault = subjectFault(subject);
    return fault ? [`${hash} ${subject}\n  ${fault}`] : [];
  });
  if (faults.length)
    throw new Stop(`${faults.join('\n')}\n\nChange a subject with git rebase --interactive ${start}.`);
  console.log(`${commits.length} subjects since ${start} are well formed.`);
}
