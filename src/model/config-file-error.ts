/**
 * A file that the operator edits cannot be used. `problems` holds every fault that was found, each a line
 * the operator can act on; the message is all of them, one per line.
 */
export class ConfigFileError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[], options?: ErrorOptions) {
    super(problems.join('\n'), options);
    this.name = 'ConfigFileError';
    this.problems = problems;
  }
}
