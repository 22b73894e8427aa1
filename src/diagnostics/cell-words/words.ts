import type { ParamsOf, RuleId } from '../registry.ts';
import type { Rule } from '../rule.ts';

/** What a rule says where the mistake stands in a cell: whoever has the form in Excel writes no keys and has no modules. */
export type CellWords = {
  readonly [Id in RuleId]?: Partial<Pick<Rule<ParamsOf<Id>>, 'why' | 'message' | 'help'>>;
};
