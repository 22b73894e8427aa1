import { pathOf } from '../model/record/places.ts';
import { diagnose } from '../diagnostics/collector.ts';
import type { ParamsOf, RuleId } from '../diagnostics/registry.ts';
import type { Severity } from '../diagnostics/rule.ts';
import type { About, Tell } from './check/telling.ts';
import type { RecordFinding, Subject } from './finding.ts';

/** What is told of one submission after the other, before it is known what the submission is called. */
export interface ToldList {
  readonly tell: Tell;
  /** The next submission; `unknown` is whether it is told of it which answers the form does not know. */
  begin(unknown: 'told' | 'silent'): void;
  /** Whether it was told what is wrong with the answer to the question of this name, by itself. */
  isTold(name: string): boolean;
  findings(subject: Subject, file: string, level: 'own' | 'lower'): readonly RecordFinding[];
}

type Make = (subject: Subject, file: string) => RecordFinding;

export function createToldList(): ToldList {
  let told: { readonly rule: RuleId; readonly variable: string; readonly make: Make }[] = [];
  let isSilent = false;
  return {
    begin: (unknown) => {
      told = [];
      isSilent = unknown === 'silent';
    },
    tell: (rule, params, about, severity) => {
      if (isSilent && rule === 'answer-unknown') return;
      const make: Make = (subject, file) => findingOf(rule, params, { about, severity, subject, file });
      told.push({ rule, variable: about.variable, make });
    },
    isTold: (name) => told.some(({ rule, variable }) => variable === name && ABOUT_ONE.has(rule)),
    findings: (subject, file, level) =>
      told.map(({ rule, make }) => {
        const finding = make(subject, file);
        return level === 'lower' && !ABOUT_NO_FORM.has(rule) ? lowered(finding) : finding;
      }),
  };
}

/** What schemas know as well. */
const ABOUT_ONE: ReadonlySet<RuleId> = new Set<RuleId>([
  'answer-type',
  'answer-shape',
  'answer-code',
  'answer-code-retired',
  'answers-exclusive',
]);

/** These are true whichever form made the submission. */
const ABOUT_NO_FORM: ReadonlySet<RuleId> = new Set<RuleId>([
  'record-version',
  'record-country',
  'record-twice',
  'record-left-out',
  'answer-damaged',
  'media-missing',
]);

const LOWER: Readonly<Record<Severity, Severity>> = { error: 'warning', warning: 'info', info: 'info' };

function lowered(finding: RecordFinding): RecordFinding {
  const { diagnostic } = finding;
  return { ...finding, diagnostic: { ...diagnostic, severity: LOWER[diagnostic.severity] } };
}

interface Telling {
  readonly about: About;
  readonly severity: Severity | undefined;
  readonly subject: Subject;
  readonly file: string;
}

function findingOf<Id extends RuleId>(
  rule: Id,
  params: ParamsOf<Id>,
  { about, severity, subject, file }: Telling,
): RecordFinding {
  const { node, row, variable, label, value, hidden, expected, place } = about;
  const path = about.path ?? (node === undefined ? variable : pathOf(node, row));
  const related = place ? [place] : [];
  const location = { kind: 'record', file, record: subject.key, path } as const;
  const diagnostic = diagnose(rule, location, params, { related, ...(severity ? { severity } : {}) });
  return { diagnostic, subject, variable, label, value, hidden, expected };
}
