import type { Location } from '../../../core/location.ts';
import type { Report } from '../../../diagnostics/collector.ts';
import { quotedReferences, referencesIn } from '../../../expression/references.ts';
import { isFormula } from '../../../model/form.ts';
import { toInnermostRepeat } from '../../../model/repeats.ts';
import { locate, placeOf } from '../../../source/source-string.ts';
import { type FormView, refusedBy } from '../../rule-set.ts';
import { type EntityRow, entityRows } from './entities.ts';
import { type Claim, placeEntities } from './entity-places.ts';
import { commonPath, deepest, isPrefix, type Path, wordsOf } from './paths.ts';
import { savedAnswers } from './save-to.ts';

/** A question that an entity saves or uses, where it stands, and where that is said. */
export interface EntityUse {
  readonly saved: boolean;
  readonly name: string;
  readonly path: Path;
  readonly at: Location;
}

/**
 * Where pyxform 4.5.0 puts each entity: into the innermost repeat that it saves or uses an answer of, so that all its
 * answers must come from there or from around it (ENTITY_009, ENTITY_011, ENTITY_012).
 */
export function checkEntityScopes(view: FormView, report: Report): void {
  if (!refusedBy('odk', view.profiles)) return;
  const rows = new Map(entityRows(view).map((row) => [row.list, row]));
  if (rows.size === 0) return;
  const uses = usesOf(view, rows);
  const claims = [...rows.values()].flatMap((row) => claimOf(row, uses.get(row.list) ?? [], report) ?? []);
  placeEntities(claims, report);
}

/** In the order of the survey sheet, which decides between repeats that are equally deep. */
function usesOf(view: FormView, rows: ReadonlyMap<string, EntityRow>): ReadonlyMap<string, readonly EntityUse[]> {
  const order = new Map(view.visits.map(({ item }, index) => [item, index]));
  const saved = savedAnswers(view).map(({ visit, cell, list }) => {
    const use = { saved: true, name: visit.item.name.string.text, path: visit.path, at: placeOf(cell.string) };
    return { list, use, order: order.get(visit.item) ?? 0 };
  });
  const used = [...rows.values()].flatMap(({ list, cells }) =>
    [...cells.values()].filter(isFormula).flatMap(({ string, parsed: { tree } }) =>
      [...referencesIn(tree), ...quotedReferences(tree)].flatMap(({ name, span }) => {
        const [visit] = view.byName.get(name) ?? [];
        if (!visit) return [];
        const use = { saved: false, name, path: visit.path, at: locate(string, span) };
        return [{ list, use, order: order.get(visit.item) ?? 0 }];
      }),
    ),
  );
  const sorted = [...saved, ...used].toSorted((a, b) => a.order - b.order);
  return new Map(
    [...rows.keys()].map((list) => [list, sorted.filter((each) => each.list === list).map(({ use }) => use)]),
  );
}

/** The place that an entity wants, or nothing where its questions stand too far apart. */
function claimOf(row: EntityRow, uses: readonly EntityUse[], report: Report): Claim | undefined {
  const { list } = row;
  const scope = deepest(uses.map(({ path }) => toInnermostRepeat(path)));
  const saved = uses.filter((use) => use.saved);
  const savedScope = deepest(saved.map(({ path }) => toInnermostRepeat(path)));
  const misplaced = uses.filter(
    (use) =>
      !isPrefix(toInnermostRepeat(use.path), scope) ||
      (use.saved && toInnermostRepeat(use.path).length !== savedScope.length),
  );
  for (const use of misplaced)
    report('entity-scope', use.at, {
      list,
      problem: use.saved ? 'saved-apart' : 'apart',
      words: use.name,
      here: wordsOf(toInnermostRepeat(use.path)),
      there: wordsOf(use.saved && isPrefix(toInnermostRepeat(use.path), scope) ? savedScope : scope),
    });
  if (misplaced.length > 0) return undefined;
  const lineages = saved.map(({ path }) => path);
  const wanted = lineages.length > 0 ? commonPath(lineages) : longest(uses, scope);
  return checkMade({ row, scope, wanted, lineages }, uses, report);
}

/** pyxform leaves an entity out, without a word, that wants a place outside of the repeat that it uses an answer of. */
function checkMade(claim: Claim, uses: readonly EntityUse[], report: Report): Claim | undefined {
  const { scope, wanted, row } = claim;
  if (wanted.length >= scope.length) return claim;
  const inner = uses.find(({ path }) => toInnermostRepeat(path).length === scope.length);
  if (inner)
    report('entity-scope', inner.at, {
      list: row.list,
      problem: 'never-made',
      words: inner.name,
      here: wordsOf(toInnermostRepeat(wanted)),
      there: wordsOf(scope),
    });
  return undefined;
}

function longest(uses: readonly EntityUse[], scope: Path): Path {
  const inside = uses.map(({ path }) => path).filter((path) => toInnermostRepeat(path).at(-1) === scope.at(-1));
  return inside.reduce((best, path) => (path.length > best.length ? path : best), scope);
}
