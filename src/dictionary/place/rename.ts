import { pathNames } from '../../expression/path-names.ts';
import type { Edit } from '../../core/range.ts';
import { renameEdits } from '../../expression/rename.ts';
import { renameTemplateEdits } from '../../expression/template.ts';
import type { Formula, LocalText, Plain, Text } from '../../model/facets.ts';
import type { Facets, Item, Question, TypeUse } from '../../model/item.ts';
import type { Meaning, SoftLimit } from '../../model/meaning.ts';
import { asFormula, asLocalText } from '../../model/parse.ts';
import { asTypeUse } from '../../model/type-use.ts';
import { facetEntries } from '../../model/walk.ts';
import { edit, levelAt } from '../../source/source-string.ts';
import { surveyColumns, type SurveyColumn } from '../../vocabulary/columns.ts';

/** The new name of what a module places; undefined for what it does not place. */
export interface Renaming {
  readonly of: (name: string) => string | undefined;
  /** How many uses stand around the module's items; what was typed further outside is left alone. */
  readonly level: number;
}

/** Renames an item and every reference in it; the items of a section are renamed by the caller. */
export function renameItem(item: Item, renaming: Renaming): Item {
  const name = renameName(item.name, renaming);
  const facets = renameFacets(item.facets, renaming);
  const columns = new Map([...item.columns].map(([header, value]) => [header, renameTemplate(value, renaming)]));
  if (item.kind === 'section') return { ...item, name, facets, columns };
  return {
    ...item,
    name,
    facets,
    columns,
    type: renameType(item.type, renaming),
    meaning: renameMeaning(item.meaning, renaming),
  };
}

function renameName(plain: Plain, { of }: Renaming): Plain {
  const { text } = plain.string;
  const renamed = of(text);
  return renamed === undefined
    ? plain
    : { ...plain, string: edit(plain.string, [{ start: 0, end: text.length, text: renamed }]) };
}

/** Only what was typed in the module itself, not what a parameter brought in from outside. */
function within(edits: readonly Edit[], { string }: Plain, { level }: Renaming): readonly Edit[] {
  return edits.filter(({ start }) => (levelAt(string, start) ?? level) >= level);
}

function renameTemplate(plain: Plain, renaming: Renaming): Plain {
  const edits = within(renameTemplateEdits(plain.string.text, renaming.of), plain, renaming);
  return edits.length === 0 ? plain : { ...plain, string: edit(plain.string, edits) };
}

function renameLocalText(text: LocalText, renaming: Renaming): LocalText {
  const renamed = renameTemplate(text, renaming);
  return renamed === text ? text : asLocalText(renamed);
}

/** The bare names of a choice filter are columns of the list, so only its paths into the form are renamed. */
export function renameFormula(formula: Formula, renaming: Renaming, scope: 'form' | 'instance' = 'form'): Formula {
  const { tree } = formula.parsed;
  const steps = pathNames(tree, scope).flatMap(({ name, span, scope: owner }): Edit[] => {
    const text = owner === 'form' ? renaming.of(name) : undefined;
    return text === undefined ? [] : [{ ...span, text }];
  });
  const edits = within([...renameEdits(tree, renaming.of), ...steps], formula, renaming);
  return edits.length === 0 ? formula : asFormula({ ...formula, string: edit(formula.string, edits) });
}

function renameText(text: Text, renaming: Renaming): Text {
  return {
    ...text,
    byLanguage: new Map([...text.byLanguage].map(([tag, local]) => [tag, renameLocalText(local, renaming)])),
  };
}

function renameFacets(facets: Facets, renaming: Renaming): Facets {
  const renamed = facetEntries(facets).map(([column, facet]) => [column, renameFacet(column, facet, renaming)]);
  return Object.fromEntries(renamed) as Facets;
}

type AnyFacet = NonNullable<Facets[SurveyColumn]>;

function renameFacet(column: SurveyColumn, facet: AnyFacet, renaming: Renaming): AnyFacet {
  if ('byLanguage' in facet) return renameText(facet, renaming);
  if (surveyColumns[column].kind === 'references') return renameLocalText(facet as LocalText, renaming);
  if (!('parsed' in facet) || !('tree' in facet.parsed)) return renameTemplate(facet, renaming);
  const formula = facet as Formula;
  const renamed = renameFormula(formula, renaming, column === 'choice_filter' ? 'instance' : 'form');
  return 'kind' in facet ? { ...renamed, kind: 'formula' } : renamed;
}

/** `select_one ${member_name}` takes its choices from an earlier question. */
function renameType(type: TypeUse, renaming: Renaming): TypeUse {
  const renamed = renameTemplate(type, renaming);
  return renamed === type ? type : asTypeUse(renamed);
}

function renameLimit({ when, message }: SoftLimit, renaming: Renaming): SoftLimit {
  return { when: renameFormula(when, renaming), message: message && renameText(message, renaming) };
}

function renameMeaning(meaning: Question['meaning'], renaming: Renaming): Meaning {
  const { parent, specify, soft } = meaning;
  return {
    ...meaning,
    ...(parent ? { parent: renameName(parent, renaming) } : {}),
    ...(specify ? { specify: renameName(specify, renaming) } : {}),
    ...(soft ? { soft: soft.map((limit) => renameLimit(limit, renaming)) } : {}),
  };
}
