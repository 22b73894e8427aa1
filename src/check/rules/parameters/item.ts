import { suggest } from '../../../core/suggest.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import { quote } from '../../../diagnostics/quote.ts';
import type { Plain } from '../../../model/facets.ts';
import type { Item } from '../../../model/item.ts';
import { type ParameterPair, readParameters } from '../../../model/parameters.ts';
import { isKnownType } from '../../../model/type-use.ts';
import { placeOf } from '../../../source/source-string.ts';
import { typeParameters } from '../../../vocabulary/parameters.ts';
import type { Profile } from '../../../vocabulary/profiles.ts';
import { hasPlaceholder } from '../../../vocabulary/placeholders.ts';
import { refusedBy } from '../../rule-set.ts';
import { checkRange } from './range.ts';
import { checkSyntax } from './syntax.ts';
import { checkTogether } from './together.ts';
import { checkValue } from './values.ts';
import { parametersOf, placeOfKey, type WrittenParameters, writtenParameters } from './written.ts';

/** What one item says in its parameters, without what needs the form around it. */
export function checkParameters(item: Item, profiles: readonly Profile[], report: Report): void {
  const plain = parametersOf(item);
  if (!plain) return;
  checkSyntax(plain, profiles, report);
  const written = writtenParameters(item);
  if (!written) return reportIgnored(item, plain, report);
  for (const pair of written.read.pairs) checkPair(pair, written, profiles, report);
  checkTogether(written, report);
  if (written.question.type.word === 'range') checkRange(written, profiles, report);
}

function checkPair(
  pair: ParameterPair,
  written: WrittenParameters,
  profiles: readonly Profile[],
  report: Report,
): void {
  const parameter = written.known.get(pair.key);
  const { word } = written.question.type;
  if (!parameter) {
    if (!isOfFile(pair.key, word)) reportUnknown(pair, written, report);
    return;
  }
  const severity = parameter.odkOnly ? refusedBy('kobo', profiles) : undefined;
  if (severity) report('kobo-parameter', placeOfKey(written, pair), { name: pair.key }, { severity });
  if (pair.key === 'app' && !opensApp(written)) return reportNoApp(written, pair, report);
  checkValue(pair, parameter.value, written, profiles, report);
}

/** A list that travels as a file makes a select one from a file, which has these two: the form shows that. */
function isOfFile(key: string, word: string): boolean {
  return (word === 'select_one' || word === 'select_multiple') && (key === 'value' || key === 'label');
}

export function reportUnknown(pair: ParameterPair, written: WrittenParameters, report: Report): void {
  const known = [...written.known.keys()];
  const suggestion = suggest(pair.key, known);
  const elsewhere = [...typeParameters].filter(([, own]) => own.has(pair.key)).map(([type]) => type);
  const { word: type } = written.question.type;
  report('type-parameter', placeOfKey(written, pair), { name: pair.key, type, known, suggestion, elsewhere });
}

/** pyxform passes an app on where the image is taken by the camera, or drawn upon. */
function opensApp({ question }: WrittenParameters): boolean {
  const appearance = question.facets.appearance?.string.text ?? '';
  return appearance === '' || appearance === 'annotate' || hasPlaceholder(appearance);
}

function reportNoApp(written: WrittenParameters, pair: ParameterPair, report: Report): void {
  const appearance = written.question.facets.appearance?.string.text ?? '';
  report('ignored-parameters', placeOfKey(written, pair), {
    words: pair.key,
    reason: `an image with the appearance ${quote(appearance)} opens no other app`,
  });
}

function reportIgnored(item: Item, { string }: Plain, report: Report): void {
  const isUnknown = item.kind === 'question' && !isKnownType(item.type);
  // What cannot be read is refused, with or without an effect.
  if (isUnknown || readParameters(string.text).faults.length > 0) return;
  const reason =
    item.kind === 'section' ? 'groups and repeats have no parameters' : `the type ${item.type.word} has no parameters`;
  report('ignored-parameters', placeOf(string), { words: string.text, reason });
}
