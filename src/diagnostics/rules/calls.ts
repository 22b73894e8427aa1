export const callRules = {};
