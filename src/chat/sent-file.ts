/** A file as a platform hands it over beside a command's text. */
export interface SentFile {
  readonly name: string;
  /** As the platform says; 0 where it does not. */
  readonly sizeBytes: number;
  /** @throws UserError when it is larger than `maxBytes`, or cannot be had */
  read(maxBytes: number): Promise<Uint8Array>;
}
