import { type Origin, originAt } from '../../core/origin.ts';
import type { Report } from '../../diagnostics/collector.ts';
import { type SectionName, sections } from '../language/form-keys.ts';
import type { Definition, Project } from './project.ts';

type Definitions = Project['definitions'];

/** What a layer writes, told apart from what it writes about the core. */
export interface Divided {
  /** The definitions of the core that stay, and those of the country alone. */
  readonly definitions: Definitions;
  /** What the country changes of definitions of the core. */
  readonly changes: Definitions;
  /** The definitions of the core that it changes or leaves out, and where: `variables.hoh_phone`. */
  readonly touched: ReadonlyMap<string, Origin>;
}

/** What becomes of a definition of the core after whose name the country writes nothing. */
const BLANK: Readonly<Record<SectionName, 'left out' | 'places nothing' | 'a mistake'>> = {
  codelists: 'a mistake',
  variables: 'a mistake',
  modules: 'places nothing',
  forms: 'left out',
  indicators: 'left out',
  checks: 'left out',
  crosswalks: 'left out',
};

/** A name that the core has is changed, any other is the country's own. */
export function divide(core: Definitions, layer: Definitions, report: Report): Divided {
  const definitions = new Map<SectionName, ReadonlyMap<string, Definition>>();
  const changes = new Map<SectionName, ReadonlyMap<string, Definition>>();
  const touched = new Map<string, Origin>();
  for (const section of sections) {
    const kept = new Map(core.get(section));
    const changed = new Map<string, Definition>();
    for (const [name, definition] of layer.get(section) ?? []) {
      const { entry, nameLocation } = definition;
      const known = core.get(section)?.has(name) === true;
      const blank = known && entry.kind === 'blank' ? BLANK[section] : undefined;
      if (blank === 'a mistake')
        report('left-out', nameLocation, { what: section === 'variables' ? 'variable' : 'code list', name });
      else if (blank === 'left out') kept.delete(name);
      else (known ? changed : kept).set(name, definition);
      if (known && blank !== 'a mistake') touched.set(`${section}.${name}`, originAt(nameLocation));
    }
    definitions.set(section, kept);
    changes.set(section, changed);
  }
  return { definitions, changes, touched };
}
