import { quotedFew } from '../../diagnostics/quote.ts';
import { formTree } from '../form-tree.ts';
import { readJson } from '../json/read-json.ts';
import { fileAt } from '../pages.ts';
import type { DataFile, Reading, Submission } from '../submission.ts';
import { noteLinks, onlyLinked } from './links.ts';
import { ownNames, renamesOf } from './own-names.ts';

/** Submissions as the OData service of ODK Central delivers them, under the names that the forms have. */
export async function* readOdata(file: DataFile, reading: Reading): AsyncGenerator<readonly Submission[]> {
  const renames = renamesOf(formTree(reading.forms));
  const links = { linked: new Set<string>(), expanded: new Set<string>() };
  yield* readJson(file, reading, (answers) => {
    const own = renames ? ownNames(answers, renames) : answers;
    noteLinks(own, links);
    return own;
  });
  const repeats = onlyLinked(links);
  if (repeats.length === 0) return;
  reading.report('unexpanded-repeat', fileAt(file.name), { file: file.name, repeats: quotedFew(repeats) });
}
