import type { Code, CodeList } from '../model/code-list.ts';
import type { Written, WrittenMap } from '../source/yaml/write.ts';
import { INLINE_CODES } from '../vocabulary/profiles.ts';
import { writtenText } from './texts.ts';
import { isFree, writtenAttributes } from './attributes.ts';
import type { AdoptedForm } from './workbook.ts';

/** A code list as the language has it. */
export function writtenList(list: CodeList, form: AdoptedForm): WrittenMap {
  const attributes = [...new Set(list.codes.flatMap((code) => [...code.attributes.keys()]))].filter(isFree);
  return new Map<string, Written>([
    ...(attributes.length > 0 ? [['attributes', attributes] as const] : []),
    ...(list.codes.length > INLINE_CODES ? [['delivery', 'inline'] as const] : []),
    ['codes', repeatsCode(list) ? list.codes.map((code) => inSequence(code, form)) : inMap(list.codes, form)],
  ]);
}

function repeatsCode({ codes }: CodeList): boolean {
  return new Set(codes.map(({ name }) => name.string.text)).size < codes.length;
}

function inMap(codes: readonly Code[], form: AdoptedForm): WrittenMap {
  return new Map(codes.map((code) => [code.name.string.text, codeValue(code, form)]));
}

/** A code with nothing but a label is its label. */
function codeValue(code: Code, form: AdoptedForm): Written {
  const keys = codeKeys(code, form);
  const label = keys.get('label');
  return keys.size === 1 && label !== undefined ? label : keys;
}

function inSequence(code: Code, form: AdoptedForm): WrittenMap {
  return new Map([['code', code.name.string.text], ...codeKeys(code, form)]);
}

function codeKeys({ texts, attributes }: Code, { languages, adopted }: AdoptedForm): WrittenMap {
  return new Map<string, Written>([
    ...Object.entries(texts).map(([column, text]) => [column, writtenText(text, languages, adopted)] as const),
    ...writtenAttributes(attributes),
  ]);
}
