// Says so when Node.js is too old. Written in what an old Node.js can read, without imports.

/** The oldest version that package.json's `engines` allows, as [major, minor]. */
export const oldest = [20, 19];

/**
 * True where `version` (`20.19.0`) is new enough; the minor counts only within the oldest major.
 * @param {string} version
 */
export function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

/**
 * Prints one sentence and sets the exit code where the running Node.js is too old.
 * @param {string} version
 */
export function checkNode(version) {
  if (isNewEnough(version)) return true;
  console.error(
    `Doorman needs Node.js ${oldest.join('.')} or newer, and this is ${version}: get a current one from https://nodejs.org.`,
  );
  process.exitCode = 1;
  return false;
}
