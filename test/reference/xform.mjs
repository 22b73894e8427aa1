// What servers know of an XForm: the elements of a submission with their types, which of them repeat, and which are
// answered with the codes of a list.

/**
 * @param {string} text of the XForm
 * @returns the root: `{ name, path, kind: 'group' | 'repeat' | 'leaf', children, type, select, limits }`. Paths are
 * `group/question`, without the root. `select` is `one` or `several` where the form itself holds the codes. `limits` are the
 * smallest and the largest number, where the constraint says nothing else.
 */
export function readXForm(text) {
  const xform = new DOMParser().parseFromString(text, 'text/xml');
  const all = (name) => [...xform.getElementsByTagName(name)];
  const [main] = all('instance');
  const root = main.firstElementChild;
  const relative = (path) => path.trim().replace(`/${root.nodeName}/`, '');
  const binds = new Map(all('bind').map((bind) => [relative(bind.getAttribute('nodeset')), bind]));
  const repeats = new Set(all('repeat').map((repeat) => relative(repeat.getAttribute('nodeset'))));
  const external = new Set(
    all('instance')
      .filter((instance) => instance.hasAttribute('src'))
      .map((instance) => instance.id || instance.getAttribute('id')),
  );
  const selects = new Map(
    ['select1', 'select', 'odk:rank'].flatMap((tag) =>
      all(tag)
        .filter((select) => !readsFile(select, external))
        .map((select) => [relative(select.getAttribute('ref')), tag === 'select1' ? 'one' : 'several']),
    ),
  );

  const read = (element, path) => {
    const key = path.join('/');
    const seen = new Set();
    const children = [...element.children]
      .filter(({ nodeName }) => !seen.has(nodeName) && seen.add(nodeName)) // a repeat stands there twice: template and entry
      .map((child) => read(child, [...path, child.nodeName]));
    const kind = repeats.has(key) ? 'repeat' : children.length > 0 ? 'group' : 'leaf';
    const bind = binds.get(key);
    const type = bind?.getAttribute('type') ?? 'string';
    const limits = limitsOf(bind?.getAttribute('constraint') ?? '');
    return { name: element.nodeName, path: key, kind, children, type, select: selects.get(key) ?? null, limits };
  };
  return read(root, []);
}

function readsFile(select, external) {
  const [itemset] = select.getElementsByTagName('itemset');
  const [, id] = /^\s*(?:randomize\()?\s*instance\('([^']+)'\)/u.exec(itemset?.getAttribute('nodeset') ?? '') ?? [];
  return itemset !== undefined && (id === undefined || external.has(id));
}

function limitsOf(constraint) {
  const [, least, most] = /^\s*\. >= (\d+) and \. <= (\d+)\s*$/u.exec(constraint) ?? [];
  return least === undefined ? null : { least: Number(least), most: Number(most) };
}

/** A node and all below it. */
export function nodesBelow(node) {
  return [node, ...node.children.flatMap(nodesBelow)];
}
