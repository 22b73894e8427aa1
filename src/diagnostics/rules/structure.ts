export const structureRules = {};
