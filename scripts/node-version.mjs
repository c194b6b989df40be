// Says so when Node.js is too old. Written in what an old Node.js can read, without imports.

/** The oldest version that package.json's `engines` allows. */
const oldest = { major: 20, minor: 19 };

/**
 * True where `version` (`20.19.0`) is new enough; the minor counts only within the oldest major.
 * @param {string} version
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > oldest.major || (major === oldest.major && minor >= oldest.minor);
}

/**
 * Prints one sentence and sets the exit code where the running Node.js is too old.
 * @param {string} version
 */
export function checkNode(version) {
  if (isNewEnough(version)) return true;
  console.error(
    `Doorman needs Node.js ${oldest.major}.${oldest.minor} or newer, and this is ${version}: get a current one from https://nodejs.org.`,
  );
  process.exitCode = 1;
  return false;
}
