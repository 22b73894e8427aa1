import type { Report } from '../../../diagnostics/collector.ts';
import type { Plain } from '../../../model/facets.ts';
import type { Form } from '../../../model/form.ts';
import type { Item } from '../../../model/item.ts';
import { gatherWith } from '../../../model/traits.ts';
import { isWritten } from '../../../vocabulary/profiles.ts';
import { type FormView, refusedBy } from '../../rule-set.ts';
import { isVisible } from './shown.ts';

/** The prefixes that every form declares (pyxform `constants.NSMAP`), and the one that XML has of itself. */
const DECLARED = ['h', 'ev', 'xsd', 'jr', 'orx', 'odk', 'xml'];

/** An attribute that a column or a setting writes into the form. */
interface Attribute {
  readonly header: string;
  /** What stands behind the colons, such as `esri:fieldType`. */
  readonly name: string;
  readonly cell: Plain;
  /** Whether pyxform 4.5.0 breaks off at an attribute `tag` there, which it takes for the name of the element. */
  readonly clashes: boolean;
}

/** Attributes whose prefix nobody declares, and those that the converter cannot write; each column once. */
export function checkAttributes({ form, profiles }: FormView, report: Report): void {
  const prefixes = prefixesOf(form);
  const told = new Set<string>();
  const written = attributesIn(form.items).filter(({ header }) => profiles.some((each) => isWritten(header, each)));
  for (const { header, name, cell, clashes } of [...written, ...attributesOfForm(form)]) {
    const [prefix = '', local] = name.split(':');
    const unknown = local !== undefined && !prefixes.has(prefix);
    const severity = unknown ? 'error' : clashes ? refusedBy('odk', profiles) : undefined;
    if (severity === undefined || told.has(header)) continue;
    told.add(header);
    report('attribute-name', cell.origin.location, { header, prefix: unknown ? prefix : undefined }, { severity });
  }
}

const attributesIn = gatherWith('columns', (item) =>
  [...item.columns].flatMap(([header, cell]): Attribute[] => {
    const [where = '', name, ...more] = header.split('::');
    if (name === undefined || more.length > 0 || cell.string.text.trim() === '') return [];
    return hasAttributes(where, item) ? [{ header, name, cell, clashes: name === 'tag' && isClash(where, item) }] : [];
  }),
);

/** Hidden questions have no place in the body of the form. */
function hasAttributes(where: string, item: Item): boolean {
  if (where === 'body' || where === 'control') return item.kind === 'section' || isVisible(item);
  return where === 'bind' || where === 'instance';
}

function isClash(where: string, item: Item): boolean {
  return where !== 'instance' || item.kind === 'section';
}

/** `attribute::x` on the settings sheet is an attribute of the form itself. */
function attributesOfForm({ settings }: Form): readonly Attribute[] {
  return [...settings].flatMap(([header, cell]) => {
    const [where, name] = header.split('::');
    return where === 'attribute' && name !== undefined ? [{ header, name, cell, clashes: false }] : [];
  });
}

/** pyxform passes over what is no `prefix="address"`, such as an address that holds `=`. */
function prefixesOf({ settings, entities }: Form): ReadonlySet<string> {
  const own = (settings.get('namespaces')?.string.text ?? '')
    .split(/\s+/)
    .map((word) => word.split('='))
    .flatMap(([prefix = '', ...rest]) => (rest.length === 1 ? [prefix] : []));
  return new Set([...DECLARED, ...own, ...(entities.length > 0 ? ['entities'] : [])]);
}
