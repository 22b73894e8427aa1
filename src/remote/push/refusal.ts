import type { Location } from '../../core/location.ts';

/** A push cannot go on with a project, by no fault of the network: what moved, or what the server says of the form. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly help: string;
  /** Where in the dictionary it is to be mended. */
  readonly location: Location | undefined;

  constructor(message: string, help: string, location?: Location) {
    super(message);
    this.help = help;
    this.location = location;
  }
}
