import { isRecord } from '../../core/is-record.ts';
import { jsonText } from '../../core/json-text.ts';
import type { ProjectPlan } from './project-plan.ts';

const VERSION = 1;

/** A plan as it is printed for programs, and saved to be carried out later. It holds no token and no answer. */
export interface PlanFile {
  readonly version: typeof VERSION;
  /** When it was made: ISO 8601, UTC. */
  readonly made: string;
  /** Where each server was. */
  readonly servers: readonly { readonly name: string; readonly url: string }[];
  readonly projects: readonly ProjectPlan[];
  /** Projects whose server could not be read. */
  readonly failed: readonly { readonly project: string; readonly message: string; readonly help: string }[];
  readonly summary: PlanSummary;
}

/** How many projects there are of each kind. */
export type PlanSummary = Readonly<Record<ProjectPlan['status'], number>>;

export function summaryOf(projects: readonly ProjectPlan[]): PlanSummary {
  const count = (status: ProjectPlan['status']): number => projects.filter((plan) => plan.status === status).length;
  return { new: count('new'), changed: count('changed'), same: count('same'), blocked: count('blocked') };
}

export function planFile(parts: Pick<PlanFile, 'made' | 'servers' | 'projects' | 'failed'>): PlanFile {
  return { version: VERSION, ...parts, summary: summaryOf(parts.projects) };
}

export function planText(plan: PlanFile): string {
  return jsonText(plan);
}

/** Reads a saved plan; undefined for anything else. */
export function readPlan(text: string): PlanFile | undefined {
  const read = jsonIn(text);
  return isPlan(read) ? read : undefined;
}

/** Whether a file holds a plan of any version, or what is left of one that somebody emptied. */
export function isPlanText(text: string): boolean {
  const read = jsonIn(text);
  return text.trim() === '' || (isRecord(read) && 'version' in read && Array.isArray(read['projects']));
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function isPlan(value: unknown): value is PlanFile {
  if (!isRecord(value) || value['version'] !== VERSION) return false;
  const { servers, projects } = value;
  if (!Array.isArray(servers) || !Array.isArray(projects)) return false;
  return servers.every(isServer) && projects.every(isProject) && isEachOnce(projects);
}

function isServer(value: unknown): boolean {
  return isRecord(value) && typeof value['name'] === 'string' && typeof value['url'] === 'string';
}

/** A project that stands there twice would be pushed twice at a time. */
function isEachOnce(projects: readonly { readonly project: string }[]): boolean {
  return new Set(projects.map(({ project }) => project)).size === projects.length;
}

const STATUSES: readonly unknown[] = ['new', 'changed', 'same', 'blocked'] satisfies ProjectPlan['status'][];
const LISTS = ['intended', 'drift', 'changes', 'effects', 'steps'];

function isProject(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const texts = ['project', 'name', 'wanted'].every((key) => typeof value[key] === 'string');
  const lists = LISTS.every((key) => Array.isArray(value[key]));
  return texts && lists && STATUSES.includes(value['status']) && isRecord(value['seen']);
}
