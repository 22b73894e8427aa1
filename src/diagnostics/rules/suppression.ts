import { didYouMean, quote } from '../quote.ts';
import { rule } from '../rule.ts';

export const suppressionRules = {
  'ignore-without-reason': rule<{ rule: string }>({
    severity: 'error',
    page: 'suppression',
    title: 'A finding is set aside without a reason',
    why: 'Whoever reads the file next cannot tell whether it still holds; the finding stays.',
    message: ({ rule: id }) =>
      id === '' ? 'This line does not say which finding to ignore.' : `${quote(id)} is ignored here without a reason.`,
    help: ({ rule: id }) => `Write: # lexiform-ignore ${id === '' ? 'RULE' : id}: the reason`,
  }),
  'ignore-unknown-rule': rule<{ rule: string; suggestion: string | undefined }>({
    severity: 'error',
    page: 'suppression',
    title: 'A rule that does not exist is ignored',
    why: 'The line has no effect.',
    message: ({ rule: id, suggestion }) => `There is no rule ${quote(id)}.${didYouMean(suggestion)}`,
    help: () => 'Take the name of the rule from the finding; lexiform explain lists all rules.',
  }),
  'ignore-unused': rule<{ rule: string }>({
    severity: 'warning',
    page: 'suppression',
    title: 'A finding is ignored that does not occur',
    why: 'The line would hide the finding if it came back for another reason.',
    message: ({ rule: id }) => `${quote(id)} is ignored here, but the next line has no such finding.`,
    help: () => 'Delete the comment, or move it to the line above the one that the finding marks.',
  }),
};
