import type { Content, Row } from './state.ts';

/** Puts `formhub/uuid` into the form, which ties each submission to it (openrosa's data_dictionary.py). */
export function addFormUuid(xform: string, uuid: string): string {
  const root = /<instance>\s*<([\w.:-]+)[^>]*?(\/?)>/.exec(xform);
  if (!root || root[2] === '/') return xform;
  const at = root.index + root[0].length;
  const withNode = `${xform.slice(0, at)}<formhub><uuid/></formhub>${xform.slice(at)}`;
  const bind = `<bind nodeset="/${root[1]}/formhub/uuid" type="string" calculate="'${uuid}'"/>`;
  return withNode.replace('</model>', `${bind}</model>`);
}

/** Paths of the repeats, without the root. */
export function repeatsOf(xform: string): ReadonlySet<string> {
  const nodesets = [...xform.matchAll(/<repeat\b[^>]*\bnodeset="([^"]+)"/g)].map(([, nodeset = '']) => nodeset);
  return new Set(nodesets.map((nodeset) => nodeset.replace(/^\/[^/]+\//, '')));
}

export function geopointsOf(xform: string): readonly string[] {
  const binds = [...xform.matchAll(/<bind\b[^>]*>/g)].map(([bind]) => bind);
  const nodesets = binds
    .filter((bind) => bind.includes('type="geopoint"'))
    .map((bind) => /nodeset="([^"]+)"/.exec(bind));
  return nodesets.map((found) => (found?.[1] ?? '').replace(/^\/[^/]+\//, ''));
}

/** The bare form of content, for tests that do not care about conversion. */
export function plainXform(content: Content, { id_string: id, version }: Row): string {
  const root = String(content.settings['name'] ?? id);
  const open: string[] = [];
  const repeats: string[] = [];
  const nodes = content.survey.map((row) => {
    const type = String(row['type']);
    if (/^end_(?:group|repeat)$/.test(type)) return `</${open.pop()}>`;
    const name = String(row['name'] ?? row['$autoname']);
    if (!/^begin_(?:group|repeat)$/.test(type)) return `<${name}/>`;
    open.push(name);
    if (type === 'begin_repeat') repeats.push(`<repeat nodeset="/${[root, ...open].join('/')}"/>`);
    return `<${name}>`;
  });
  const instance = `<${root} id="${String(id)}" version="${String(version)}">${nodes.join('')}<meta><instanceID/></meta></${root}>`;
  return `<h:html><h:head><model><instance>${instance}</instance></model></h:head><h:body>${repeats.join('')}</h:body></h:html>`;
}
