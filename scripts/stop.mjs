// How a command ends early: with one sentence for the person at the terminal.

/** Thrown to end a command. `message` is shown without a stack; empty where everything is said already. */
export class Stop extends Error {
  /**
   * @param {string} message
   * @param {number} [exitCode]
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.name = 'Stop';
    this.exitCode = exitCode;
  }
}
