import { typed } from '../../expression/types/typed.ts';
import { type DataColumn } from '../../model/columns/column.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Form } from '../../model/form.ts';
import { formScope } from '../../model/scope/form-scope.ts';
import { type Visit, walk } from '../../model/walk.ts';
import type { AnswerKind } from '../../vocabulary/types.ts';
import type { KindOf } from './columns.ts';

const KINDS: Readonly<Partial<Record<AnswerKind, ReturnType<KindOf>>>> = {
  integer: 'integer',
  decimal: 'number',
  date: 'date',
  dateTime: 'instant',
};

/** What the columns of a form hold: by type, and a calculate by what its expression gives. */
export function kindsIn(form: Form, dictionary: Dictionary): KindOf {
  const scopeAt = formScope({
    byName: visitsByName(form),
    lists: dictionary.codeLists,
    file: () => undefined,
    pullsLists: false,
  });
  return ({ answer, question }: DataColumn) => {
    const calculation = question?.type.word === 'calculate' ? question.facets.calculation : undefined;
    if (!question || !calculation || calculation.parsed.problems.length > 0) return KINDS[answer] ?? 'text';
    const { tree } = calculation.parsed;
    switch (typed(tree, scopeAt(question, 'calculation')).get(tree)?.kind) {
      case 'number':
        return 'number';
      case 'date':
        return 'date';
      case 'dateTime':
        return 'instant';
      default:
        return 'text';
    }
  };
}

function visitsByName({ items }: Form): ReadonlyMap<string, readonly Visit[]> {
  const names = new Map<string, Visit[]>();
  for (const visit of walk(items)) {
    const name = visit.item.name.string.text;
    names.set(name, [...(names.get(name) ?? []), visit]);
  }
  return names;
}
