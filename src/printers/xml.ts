export type Attributes = Readonly<Record<string, string>>;

/** An element with others inside it. */
export function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  if (children.length === 0) return `<${name}${attributeText(attributes)}/>`;
  const inner = children.map((child) => child.replaceAll(/^(?= *<)/gm, '  ')).join('\n');
  return `<${name}${attributeText(attributes)}>\n${inner}\n</${name}>`;
}

/** An element with a text inside it. */
export function text(name: string, attributes: Attributes, content: string): string {
  return `<${name}${attributeText(attributes)}>${escapeXml(content)}</${name}>`;
}

function attributeText(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('');
}

function escapeXml(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
