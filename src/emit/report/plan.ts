import { isXmlName } from '../../core/names.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Item, Question, Section } from '../../model/item.ts';
import { type FigureOfQuestion, type FigurePlanner, figurePlanner } from './figure-of-question.ts';
import { type ListFinder, listFinder } from './lists.ts';
import { matrixGroups } from './matrix.ts';
import type { Reason } from './reasons.ts';

/** What a report on a form shows and what it does not, in any language. */
export interface ReportPlan {
  readonly sections: readonly PlannedSection[];
  readonly leftOut: readonly LeftOut[];
}

export interface PlannedSection {
  /** Nothing for the part that holds the questions outside of all groups. */
  readonly section: Section | undefined;
  /** The names of the sections around it and its own, joined by `/`. */
  readonly path: string;
  readonly figures: readonly PlannedFigure[];
  readonly sections: readonly PlannedSection[];
}

export interface PlannedFigure {
  readonly question: Question;
  readonly path: string;
  readonly figure: FigureOfQuestion;
}

export interface LeftOut {
  readonly path: string;
  readonly reason: Reason;
}

interface Planning {
  readonly figureOf: FigurePlanner;
  readonly lists: ListFinder;
  readonly leftOut: LeftOut[];
}

export function planReport(delivery: Delivery, dictionary: Dictionary): ReportPlan {
  const lists = listFinder(delivery, dictionary);
  const planning: Planning = { figureOf: figurePlanner(delivery, dictionary), lists, leftOut: [] };
  const { sections, ...top } = planSection(delivery.form.items, { section: undefined, path: '', inside: '' }, planning);
  return { sections: [{ ...top, sections: [] }, ...sections].filter(hasFigures), leftOut: planning.leftOut };
}

/** Where items stand; `inside` is the path that theirs begin with. */
interface Place extends Pick<PlannedSection, 'section' | 'path'> {
  readonly inside: string;
}

/** Questions come before the sections beside them, so that a heading never stands above what is not its own. */
function planSection(items: readonly Item[], { section, path, inside }: Place, planning: Planning): PlannedSection {
  const figures: PlannedFigure[] = [];
  const sections: PlannedSection[] = [];
  for (const item of items) {
    const below = inside === '' ? item.name.string.text : `${inside}/${item.name.string.text}`;
    const reason = reasonOfItem(item);
    if (reason) planning.leftOut.push({ path: below, reason });
    else if (item.kind === 'section') sections.push(planInner(item, below, inside, planning));
    else {
      const found = planning.figureOf(item, section);
      if (typeof found === 'string') planning.leftOut.push({ path: below, reason: found });
      else figures.push({ question: item, path: below, figure: found });
    }
  }
  return { section, path, figures, sections: sections.filter(hasFigures) };
}

/** The groups that a matrix becomes stand where it stands, not inside of it. */
function planInner(section: Section, path: string, around: string, planning: Planning): PlannedSection {
  if (section.type !== 'kobomatrix') return planSection(section.items, { section, path, inside: path }, planning);
  const groups = matrixGroups(section, planning.lists.named(section.facets['kobo--matrix_list']));
  return planSection(groups, { section, path, inside: around }, planning);
}

/** A loop asks its questions once for each code, with labels that the converter makes of the code. */
function reasonOfItem(item: Item): Reason | undefined {
  if (!isXmlName(item.name.string.text)) return 'name';
  return item.kind === 'section' && item.type === 'loop' ? 'loop' : undefined;
}

function hasFigures({ figures, sections }: PlannedSection): boolean {
  return figures.length > 0 || sections.length > 0;
}

/** Every figure of a plan, in the order in which it stands in the report. */
export function figuresOf(sections: readonly PlannedSection[]): readonly PlannedFigure[] {
  return sections.flatMap((section) => [...section.figures, ...figuresOf(section.sections)]);
}

/** The paths of the repeats that have figures. */
export function repeatPaths(sections: readonly PlannedSection[]): readonly string[] {
  return sections.flatMap(({ section, path, sections: inner }) => [
    ...(section?.type === 'repeat' ? [path] : []),
    ...repeatPaths(inner),
  ]);
}
