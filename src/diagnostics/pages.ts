import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type RuleId, rules } from './registry.ts';

/** A page of the documentation, and what it says about each of its rules, in Markdown. */
export interface Page {
  readonly title: string;
  readonly introduction: string;
  readonly sections: ReadonlyMap<string, string>;
}

/** What the documentation says about one rule, with the title and introduction of its page; Markdown without headings. */
export interface RulePage {
  readonly title: string;
  readonly introduction: string;
  readonly section: string;
}

export function rulePage(id: RuleId): RulePage {
  const { title, introduction, sections } = readPage(rules[id].page);
  return { title, introduction, section: sections.get(id) ?? '' };
}

/** The names of all pages, in the order in which the registry first names them. */
export function pageNames(): readonly string[] {
  return [...new Set(Object.values(rules).map(({ page }) => page))];
}

/** Reads a page; throws where it is missing, which is a broken installation. */
export function readPage(name: string): Page {
  return splitPage(readFileSync(pageFile(name), 'utf8'));
}

/** The pages lie in src/ for the source and for what is built into dist/ alike: both rooms are two levels deep. */
export function pageFile(name: string): string {
  return fileURLToPath(new URL(`../../src/diagnostics/pages/${name}.md`, import.meta.url));
}

/** `# Title`, an introduction, then `## rule-id` for each rule; a heading inside a fence is part of an example. */
export function splitPage(markdown: string): Page {
  const parts: { heading: string; lines: string[] }[] = [{ heading: '', lines: [] }];
  let title = '';
  let fence = '';
  for (const line of markdown.split(/\r?\n/)) {
    const mark = line.match(/^(`{3,})/)?.[1] ?? '';
    if (mark !== '') fence = fence === '' ? mark : mark === fence ? '' : fence;
    const heading = fence === '' ? line.match(/^(#{1,2}) +(.+?) *$/) : undefined;
    if (heading?.[1] === '#') title = heading[2] ?? '';
    else if (heading) parts.push({ heading: heading[2] ?? '', lines: [] });
    else parts.at(-1)?.lines.push(line);
  }
  const [first, ...sections] = parts.map(({ heading, lines }) => [heading, lines.join('\n').trim()] as const);
  return { title, introduction: first?.[1] ?? '', sections: new Map(sections) };
}
