export const practiceRules = {};
