import type { RuleSet } from '../rule-set.ts';

export const practiceRules: RuleSet = {};
