import type { MakeCall } from '../compiler.ts';
import { notHere } from './define.ts';

/** What is not computed here, each with its reason. */
export const others: Readonly<Record<string, MakeCall>> = {
  version: (_, { scope }) => ({ value: () => scope.version }),
  property: notHere('device', 'property() asks the device, which knows its number and its user'),
  'extract-signed': notHere('device', 'extract-signed() checks a signature, which the app Collect alone does'),
  intersects: notHere('device', 'intersects() is computed by the app Collect alone, from 2025.4 on'),
  randomize: notHere('device', 'randomize() puts choices in an order of its own, which only a list of choices shows'),
  floor: notHere('not-in-collect', 'it has no floor(); int() cuts decimals off'),
  ceiling: notHere('not-in-collect', 'it has no ceiling(); int() cuts decimals off'),
  substring: notHere('not-in-collect', 'it has no substring(); substr() counts from 0'),
  last: notHere('not-in-collect', 'it has no last(); count(…) tells how many entries there are'),
  lang: notHere('not-in-collect', 'it has no lang()'),
  'local-name': notHere('not-in-collect', 'it has no local-name()'),
  name: notHere('not-in-collect', 'it has no name()'),
  'namespace-uri': notHere('not-in-collect', 'it has no namespace-uri()'),
  id: notHere('not-in-collect', 'it has no id()'),
};
