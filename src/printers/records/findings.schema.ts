import { count, position, text } from '../schema-words.ts';

/** A text, or nothing. */
const maybeText = { type: ['string', 'null'] } as const;

/** What findings on submissions add to the schema of findings. */
export const recordDefinitions = {
  record: {
    type: 'object',
    description: 'The submission of a finding, what it is counted by, and the answer.',
    required: [
      'key',
      'number',
      'line',
      'link',
      'version',
      'enumerator',
      'site',
      'day',
      'variable',
      'label',
      'value',
      'hidden',
      'expected',
    ],
    properties: {
      key: { ...text, description: 'The id that no edit changes, else its place in the file.' },
      number: { ...position, description: 'Its place among the submissions of its file.' },
      line: { type: ['integer', 'null'], minimum: 1, description: 'The line or row of the file where it begins.' },
      link: { ...maybeText, description: 'Where the server shows it.' },
      version: { ...text, description: 'The version of the form that made it; empty where nothing tells.' },
      enumerator: text,
      site: text,
      day: text,
      variable: { ...text, description: 'The name of the question; empty for the submission as a whole.' },
      label: text,
      value: {
        ...maybeText,
        description: 'The answer, cut where it is long; null without one and where it is hidden.',
      },
      hidden: { type: 'boolean', description: 'Whether there is an answer that is not shown.' },
      expected: { ...text, description: 'What the dictionary wants, in words.' },
    },
    additionalProperties: false,
  },
  questionGroup: {
    type: 'object',
    description: 'The findings of one rule about one question that break the same line of the dictionary.',
    required: ['by', 'rule', 'severity', 'variable', 'label', 'location', 'findings', 'records', 'answers'],
    properties: {
      by: { const: 'question' },
      rule: text,
      severity: { enum: ['error', 'warning', 'info'] },
      variable: text,
      label: text,
      location: { oneOf: [{ type: 'null' }, { $ref: '#/$defs/location' }] },
      findings: count,
      records: count,
      answers: {
        type: 'array',
        description: 'The commonest answers, if answers come again.',
        items: {
          type: 'object',
          required: ['value', 'times'],
          properties: { value: text, times: count },
          additionalProperties: false,
        },
      },
    },
    additionalProperties: false,
  },
  subjectGroup: {
    type: 'object',
    description: 'The records that share a version, an enumerator, a site or a day; value null for all further ones.',
    required: ['by', 'value', 'records', 'recordsWithFindings', 'recordsWithErrors', 'findings'],
    properties: {
      by: { enum: ['version', 'enumerator', 'site', 'day'] },
      value: maybeText,
      records: count,
      recordsWithFindings: count,
      recordsWithErrors: count,
      findings: count,
    },
    additionalProperties: false,
  },
} as const;
