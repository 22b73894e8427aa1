import { isXmlName } from '../../core/names.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Item, Question, Section } from '../../model/item.ts';
import { type FigureOfQuestion, figurePlanner } from './figure-of-question.ts';
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

/** Questions come before the sections beside them, so that a heading never stands above what is not its own. */
export function planReport(delivery: Delivery, dictionary: Dictionary): ReportPlan {
  const figureOf = figurePlanner(delivery, dictionary);
  const leftOut: LeftOut[] = [];
  const plan = (items: readonly Item[], section: Section | undefined, path: string): PlannedSection => {
    const figures: PlannedFigure[] = [];
    const sections: PlannedSection[] = [];
    for (const item of items) {
      const below = path === '' ? item.name.string.text : `${path}/${item.name.string.text}`;
      const reason = reasonOfItem(item);
      if (reason) leftOut.push({ path: below, reason });
      else if (item.kind === 'section') sections.push(plan(item.items, item, below));
      else {
        const found = figureOf(item, section);
        if (typeof found === 'string') leftOut.push({ path: below, reason: found });
        else figures.push({ question: item, path: below, figure: found });
      }
    }
    return { section, path, figures, sections: sections.filter(hasFigures) };
  };
  const { sections, ...top } = plan(delivery.form.items, undefined, '');
  return { sections: [{ ...top, sections: [] }, ...sections].filter(hasFigures), leftOut };
}

/** A loop and a matrix ask their questions once for each code, under names of the converter's own. */
function reasonOfItem(item: Item): Reason | undefined {
  if (!isXmlName(item.name.string.text)) return 'name';
  return item.kind === 'section' && (item.type === 'loop' || item.type === 'kobomatrix') ? 'for-each-code' : undefined;
}

function hasFigures({ figures, sections }: PlannedSection): boolean {
  return figures.length > 0 || sections.length > 0;
}

/** Every figure of a plan, in the order in which it stands in the report. */
export function figuresOf(sections: readonly PlannedSection[]): readonly PlannedFigure[] {
  return sections.flatMap((section) => [...section.figures, ...figuresOf(section.sections)]);
}

/** The paths of the repeats that have figures. */
export function repeatsOf(sections: readonly PlannedSection[]): readonly string[] {
  return sections.flatMap(({ section, path, sections: inner }) => [
    ...(section?.type === 'repeat' ? [path] : []),
    ...repeatsOf(inner),
  ]);
}
