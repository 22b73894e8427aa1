import { patterns } from './patterns.ts';
import type { JsonSchema } from './schema.ts';

const text: JsonSchema = { type: ['string', 'null'] };
const count: JsonSchema = { type: 'integer' };
const instant: JsonSchema = { type: ['string', 'null'], pattern: patterns.dateTime };

/** What ODK Central adds to each submission (central-backend: odata.js). Other keys with `__` may join them. */
export const odataSystem: JsonSchema = {
  __id: { title: 'Id of the submission, the same after each edit', type: 'string' },
  __system: {
    title: 'What the server knows of the submission',
    type: 'object',
    properties: {
      submissionDate: instant,
      updatedAt: instant,
      deletedAt: instant,
      submitterId: text,
      submitterName: text,
      deviceId: text,
      attachmentsPresent: count,
      attachmentsExpected: count,
      edits: count,
      status: text,
      reviewState: { type: ['string', 'null'], enum: [null, 'hasIssues', 'edited', 'rejected', 'approved'] },
      formVersion: text,
    },
  },
};
