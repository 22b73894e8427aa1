import type { CodeList } from '../../model/code-list.ts';
import type { Exclusion } from '../../model/form.ts';
import type { RawModule } from '../define/modules.ts';
import type { RawVariable } from '../define/variables.ts';

/** What can be placed, and what was left out on the way. */
export interface Stock {
  readonly variables: ReadonlyMap<string, RawVariable>;
  readonly modules: ReadonlyMap<string, RawModule>;
  readonly codeLists: ReadonlyMap<string, CodeList>;
  /** The tags of the dictionary's languages. */
  readonly languages: readonly string[];
  readonly excluded: Exclusion[];
  /** How many items and uses may still be placed: modules that use modules twice double them at each step. */
  readonly budget: { left: number };
  /** The modules that were placed. */
  readonly used: Set<string>;
}
