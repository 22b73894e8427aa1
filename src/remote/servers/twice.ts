import type { Location } from '../../core/location.ts';
import type { Report } from '../../diagnostics/collector.ts';
import type { Project } from './server.ts';

/** A project that stands twice would be pushed twice, and its rights given and taken in turn. */
export function reportTwice(projects: readonly Project[], report: Report): void {
  const byKey = new Map<string, Location>();
  const byUid = new Map<string, Location>();
  for (const { server, key, uid, location } of projects) {
    const first = byKey.get(key) ?? byUid.get(uid ?? '');
    const related = first ? [{ message: 'first here', location: first }] : [];
    if (byKey.has(key)) report('project-twice', location, { server, key, uid: undefined }, { related });
    else if (uid !== undefined && byUid.has(uid)) report('project-twice', location, { server, key, uid }, { related });
    byKey.set(key, byKey.get(key) ?? location);
    if (uid !== undefined) byUid.set(uid, byUid.get(uid) ?? location);
  }
}
