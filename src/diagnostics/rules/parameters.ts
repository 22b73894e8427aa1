export const parameterRules = {};
