import type { Location, SourceText } from '../../core/location.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { PartFindings } from './gather.ts';

/** What comes from another thread brings copies of the files that it speaks of: of each file, one is kept. */
export function sourceKeeper(): <Findings extends PartFindings>(findings: Findings) => Findings {
  const known = new Map<string, SourceText>();
  const source = (given: SourceText): SourceText => {
    const one = known.get(given.path);
    if (one?.text === given.text) return one;
    known.set(given.path, given);
    return given;
  };
  const place = <Place extends Location>(location: Place): Place =>
    location.kind === 'text' ? { ...location, source: source(location.source) } : location;
  const diagnostic = (given: Diagnostic): Diagnostic => ({
    ...given,
    location: place(given.location),
    related: given.related.map((each) => ({ ...each, location: place(each.location) })),
    ...(given.fix && {
      fix: { ...given.fix, edits: given.fix.edits.map((edit) => ({ ...edit, at: place(edit.at) })) },
    }),
  });
  return (findings) => ({
    ...findings,
    found: findings.found.map(diagnostic),
    comments: findings.comments.map((comment) => ({ ...comment, location: place(comment.location) })),
  });
}
