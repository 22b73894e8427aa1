import type { Location } from '../../../core/location.ts';
import { suggest } from '../../../core/suggest.ts';
import type { More, Report } from '../../../diagnostics/collector.ts';
import type { Placed } from '../../../expression/placed.ts';
import { isFullStop } from '../../../expression/shapes.ts';
import type { Severity } from '../../../diagnostics/rule.ts';
import type { NodeTest, Path } from '../../../expression/tree.ts';
import type { Visit } from '../../../model/walk.ts';
import { functions } from '../../../vocabulary/functions.ts';
import { locate } from '../../../source/source-string.ts';
import { gatherReadings, type Reading } from '../../readings.ts';
import { type FormView, untold } from '../../rule-set.ts';
import { unquotedCode } from '../values/answers.ts';
import type { FormIndex } from './form-index.ts';
import { destinationOf, insideOf } from './paths.ts';

/** Names without `${ }` and paths: that they lead somewhere. Columns of a list are names too, but stand in filters. */
export function checkNames(view: FormView, index: FormIndex, report: Report): void {
  const { byName, types } = view;
  for (const { reading, paths } of pathsIn(view)) {
    const from = reading.item && index.visit(reading.item);
    if (!from && reading.key !== 'instance_name') continue;
    for (const path of paths) {
      const name = path.filtered ? undefined : firstName(path.node);
      if (!name) checkPath(reading, path, from, index, report);
      else if (from && standsIn(name.name, from, index)) continue;
      else {
        const code = unquotedCode(path.node, name.name, reading, types(reading));
        if (code === undefined || byName.has(name.name)) reportBare(reading, name, view, report);
        else reportCode(reading, name, code, untold(view.profiles), report);
      }
    }
  }
}

/** The paths that may lead nowhere. */
const pathsIn = gatherReadings((reading) => {
  const paths = reading.key === 'choice_filter' ? [] : reading.facts.paths.filter(({ node }) => !isFullStop(node));
  return paths.length === 0 ? [] : [{ reading, paths }];
});

type Name = Extract<NodeTest, { kind: 'name' }>;

/** The name that a path begins with, where it begins with one. */
function firstName({ absolute, start, steps }: Path): Name | undefined {
  const [step] = steps;
  if (absolute || start || step?.axis !== 'child') return undefined;
  return step.test.kind === 'name' ? step.test : undefined;
}

/** An expression of a section sees what the section holds by its bare name. */
function standsIn(name: string, { item }: Visit, index: FormIndex): boolean {
  return item.kind === 'section' && index.inside(item).has(name);
}

const CONSTANT = /^(?:true|yes|false|no|null)$/i;
/** What is never there counts as false, and as nothing: it comes out as meant, if by accident. */
const ACCIDENT = /^(?:false|no|null)$/i;

function reportBare(
  { string, key }: Reading,
  { name, span }: Name,
  { byName, profiles }: FormView,
  report: Report,
): void {
  const at = locate(string, span);
  if (byName.has(name)) {
    const more = { severity: untold(profiles), ...fixOf(at, name, `\${${name}}`) };
    report('bare-name', at, { name, key, meaning: 'question', suggestion: undefined }, more);
    return;
  }
  const meaning = CONSTANT.test(name)
    ? 'constant'
    : functions.get(name)?.required.length === 0
      ? 'function'
      : 'nothing';
  const suggestion = meaning !== 'nothing' ? undefined : suggest(name, byName.keys());
  const severity = ACCIDENT.test(name) ? 'warning' : untold(profiles);
  report('bare-name', at, { name, key, meaning, suggestion }, { severity });
}

/** `yes` in `${consent} = yes`. At the beginning of a text in YAML, quotes would be around the whole text. */
function reportCode(
  { string, key }: Reading,
  { name, span }: Name,
  code: string,
  severity: Severity,
  report: Report,
): void {
  const at = locate(string, span);
  const fix = span.start > 0 ? fixOf(at, name, `'${code}'`) : {};
  report('bare-name', at, { name, key, meaning: 'code', suggestion: code }, { severity, ...fix });
}

/** A key and the beginning of its text, without quotes or braces. */
const PLAIN = /^[ -]*[a-z_]+: +[^\s"'|>{[]/;
/** The rest of a line that ends inside a map or list in braces. */
const IN_BRACES = /^[^\n]*(?:,\s*(?:\n|$)|[}\]]|\n\s*[}\]])/;

/** Certain only where the text has its line for itself: between the braces of a YAML map, `${` would want quotes. */
function fixOf(at: Location, name: string, right: string): More {
  if (at.kind !== 'text') return {};
  const { text } = at.source;
  const line = text.slice(text.lastIndexOf('\n', at.start - 1) + 1, at.start);
  const typed = text.slice(at.start, at.end);
  const wantsBraces = right.includes('{');
  if (typed !== name || !PLAIN.test(`${line}x`) || (wantsBraces && IN_BRACES.test(text.slice(at.end)))) return {};
  return { fix: { title: `Write ${right}`, edits: [{ at, text: right }] } };
}

function checkPath(
  { string }: Reading,
  path: Placed<Path>,
  from: Visit | undefined,
  index: FormIndex,
  report: Report,
): void {
  const destination = from && destinationOf(path, from, index);
  if (destination?.kind !== 'nothing') return;
  const { name, step, inside } = destination;
  const { start, end } = path.node.span;
  report('unknown-path', locate(string, step.test.span), {
    name,
    path: string.text.slice(start, end),
    inside: inside === 'top' ? undefined : inside.item.name.string.text,
    suggestion: suggest(name, insideOf(inside, index).keys()),
    elsewhere: index.target(name) !== undefined,
  });
}
