import { codeFaults } from './codes.ts';
import type { FaultKind } from './fault.ts';
import { logicFaults } from './logic.ts';
import { typeFaults } from './types.ts';
import { wholeFaults } from './whole.ts';

/** Every kind of fault, several of some rules. */
export const faultKinds: readonly FaultKind[] = [...typeFaults, ...codeFaults, ...logicFaults, ...wholeFaults];
