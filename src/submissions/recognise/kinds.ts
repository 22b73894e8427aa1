import type { Shape } from '../submission.ts';

/** A shape of submissions, or what a file is instead. */
export type FileKind = Shape | OtherKind;

export type OtherKind =
  | 'empty'
  | 'zeros'
  | 'web-page'
  | 'server-answer'
  | 'geojson'
  | 'form'
  | 'pdf'
  | 'old-workbook'
  | 'opendocument'
  | 'zip-of-tables'
  | 'zip'
  | 'gzip'
  | 'spss'
  | 'text'
  | 'unknown';

const STARTS: readonly (readonly [start: string, kind: OtherKind])[] = [
  ['%PDF-', 'pdf'],
  ['\u00d0\u00cf\u0011\u00e0', 'old-workbook'],
  ['\u001f\u008b', 'gzip'],
  ['$FL2', 'spss'],
  ['$FL3', 'spss'],
];

/** What is no text, by its first bytes. */
export function otherKind(head: Buffer): OtherKind | undefined {
  const start = head.toString('latin1', 0, 8);
  return STARTS.find(([known]) => start.startsWith(known))?.[1];
}

interface Words {
  readonly seems: string;
  readonly help: string;
}

const KOBO = 'In KoboToolbox: Data, Downloads, as XLS or CSV; or the address …/api/v2/assets/<id>/data.json.';
const CENTRAL = 'In ODK Central: Submissions, Download, or "Connect data" for the OData address.';
const EITHER = `${KOBO} ${CENTRAL}`;

/** What a file seems to be, and how to come by submissions instead. */
export const otherKinds: Readonly<Record<OtherKind, Words>> = {
  empty: { seems: 'is empty', help: 'Download it again; where no submissions were sent yet, leave it out.' },
  zeros: {
    seems: 'holds nothing but zeros: it was never written to the disk',
    help: 'Download or copy it again, and wait until that is done.',
  },
  'web-page': {
    seems: 'is a web page, such as one that asks to log in',
    help: 'The server answered with a page instead of data: log in, or send the token along, and download again.',
  },
  'server-answer': {
    seems: 'is the answer of a server that refused to hand over data',
    help: 'Open the file to see the reason, log in or send the token along, and download again.',
  },
  geojson: { seems: 'holds points and shapes for a map (GeoJSON), not submissions', help: EITHER },
  form: {
    seems: 'is a form, not submissions to one',
    help: `Give it as the source of the command instead. ${EITHER}`,
  },
  pdf: { seems: 'is a PDF', help: EITHER },
  'old-workbook': {
    seems: 'is a workbook of the old kind (.xls) or one with a password',
    help: 'Open it in Excel and save it as an Excel workbook (.xlsx) without a password.',
  },
  opendocument: {
    seems: 'is an OpenDocument file',
    help: 'Open it and save it as an Excel workbook (.xlsx) or as CSV.',
  },
  'zip-of-tables': {
    seems: 'is an archive (.zip) with tables in it',
    help: 'Unpack it and give the tables in it, those of the repeats too.',
  },
  zip: { seems: 'is an archive (.zip)', help: 'Unpack it and give the files with submissions in it.' },
  gzip: { seems: 'is a compressed file (.gz)', help: 'Unpack it and give the file in it.' },
  spss: { seems: 'is a file of SPSS', help: `Save it as CSV, or take the data from the server. ${EITHER}` },
  text: { seems: 'is a text without submissions', help: EITHER },
  unknown: { seems: 'is of no kind that holds submissions', help: EITHER },
};
