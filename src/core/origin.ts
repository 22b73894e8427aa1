import type { Location } from './location.ts';

/** One stop on the way from a definition to the place where it is used. */
export interface Step {
  readonly kind: 'like' | 'ask' | 'use' | 'locale' | 'country';
  readonly name: string;
  readonly location: Location;
}

const NOWHERE: readonly Step[] = [];

/** Where a facet was written, and through what it came to where it is: `trail` runs from the definition outwards. */
export interface Origin {
  readonly location: Location;
  readonly trail: readonly Step[];
}

export function originAt(location: Location): Origin {
  return { location, trail: NOWHERE };
}

export function withStep(origin: Origin, step: Step): Origin {
  return { location: origin.location, trail: [...origin.trail, step] };
}
