import { recordDefinitions } from './records/findings.schema.ts';
import { count, position, text } from './schema-words.ts';

/** The JSON Schema (draft 2020-12) of what `--format json` prints, version 1. New optional keys do not change the version. */
export const findingsSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:lexiform:findings:1',
  title: 'Lexiform findings',
  type: 'object',
  required: ['version', 'findings', 'summary'],
  properties: {
    version: { const: 1 },
    findings: { type: 'array', items: { $ref: '#/$defs/finding' } },
    summary: { $ref: '#/$defs/summary' },
    groups: {
      type: 'array',
      description: 'What conform adds: findings of many records, counted together.',
      items: { oneOf: [{ $ref: '#/$defs/questionGroup' }, { $ref: '#/$defs/subjectGroup' }] },
    },
  },
  additionalProperties: false,
  $defs: {
    finding: {
      type: 'object',
      required: ['rule', 'severity', 'message', 'help', 'location', 'related', 'upstream'],
      properties: {
        rule: {
          type: 'string',
          pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
          description: 'Stable id: lexiform explain RULE',
        },
        severity: { enum: ['error', 'warning', 'info'] },
        message: { type: 'string', description: 'One sentence that quotes the words of the author.' },
        help: { type: 'string', description: 'What to do.' },
        location: { $ref: '#/$defs/location' },
        related: { type: 'array', items: { $ref: '#/$defs/related' } },
        upstream: {
          type: ['string', 'null'],
          description: 'What pyxform, ODK Validate or KoboToolbox call the same mistake.',
        },
        record: {
          description: 'What conform adds: the submission; null for what concerns a file or the form as such.',
          oneOf: [{ type: 'null' }, { $ref: '#/$defs/record' }],
        },
      },
      additionalProperties: false,
    },
    related: {
      type: 'object',
      description: 'Another place that the finding is about; for a finding on a record, its place in the dictionary.',
      required: ['message', 'location'],
      properties: { message: text, location: { $ref: '#/$defs/location' } },
      additionalProperties: false,
    },
    location: {
      oneOf: [{ $ref: '#/$defs/textLocation' }, { $ref: '#/$defs/cellLocation' }, { $ref: '#/$defs/recordLocation' }],
    },
    textLocation: {
      type: 'object',
      description:
        'Lines and columns count from 1, columns in UTF-16 code units; the end is the place after the last one.',
      required: ['file', 'line', 'column', 'endLine', 'endColumn'],
      properties: { file: text, line: position, column: position, endLine: position, endColumn: position },
      additionalProperties: false,
    },
    cellLocation: {
      type: 'object',
      description: 'A cell of a workbook: its address, such as C14, and its row as Excel shows it.',
      required: ['file', 'sheet', 'cell', 'row'],
      properties: { file: text, sheet: text, cell: text, row: position },
      additionalProperties: false,
    },
    recordLocation: {
      type: 'object',
      description: 'An answer: the id of its submission, and the path of the question.',
      required: ['file', 'record', 'path'],
      properties: { file: text, record: text, path: text },
      additionalProperties: false,
    },
    ...recordDefinitions,
    summary: {
      type: 'object',
      description: 'How many findings there are of each severity, and how many records were looked at.',
      required: ['errors', 'warnings', 'infos', 'records'],
      properties: {
        errors: count,
        warnings: count,
        infos: count,
        records: count,
        recordsWithFindings: { ...count, description: 'Records with an error or a warning.' },
        recordsWithErrors: count,
        known: { ...count, description: 'Findings that a baseline has set aside; they are counted nowhere else.' },
      },
      additionalProperties: false,
    },
  },
} as const;
