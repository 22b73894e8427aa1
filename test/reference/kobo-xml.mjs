// The XML of a submission, made of what KoboToolbox gives out as JSON: the way back from submissions.mjs.

/**
 * @param form from {@link import('./xform.mjs').readXForm}
 * @param xform its text: elements carry the attributes that they have there
 * @returns a function that writes a record of KoboToolbox's JSON
 */
export function submissionWriter(form, xform) {
  const document = new DOMParser().parseFromString(xform, 'text/xml');
  const [main] = [...document.getElementsByTagName('instance')];
  return (record) => new XMLSerializer().serializeToString(filled(main.firstElementChild, form, record));
}

function filled(template, node, entry) {
  const element = template.cloneNode(false);
  element.removeAttribute('jr:template');
  for (const child of node.children) {
    const inner = [...template.children].find(({ nodeName }) => nodeName === child.name);
    if (child.kind === 'repeat') for (const each of entry[child.path] ?? []) element.append(filled(inner, child, each));
    else if (child.kind === 'group') element.append(filled(inner, child, entry));
    else {
      const leaf = inner.cloneNode(false);
      leaf.textContent = entry[child.path] ?? '';
      element.append(leaf);
    }
  }
  return element;
}
