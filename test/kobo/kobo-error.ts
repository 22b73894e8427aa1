/** A Python exception inside KoboToolbox: an import shows its class and text, a request mostly just fails. */
export class KoboError extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}
