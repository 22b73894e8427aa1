import { listed, quote } from '../../diagnostics/quote.ts';
import { type Asset, type Assignment, EVERYBODY } from '../kobo/assets.ts';
import type { AccessNote } from './project-access.ts';

interface Known {
  readonly asset: Asset;
  readonly assignments: readonly Assignment[];
  readonly personal: string | undefined;
}

/** What rights mean together. */
export function notesOn({ asset, assignments, personal }: Known): readonly AccessNote[] {
  const mayAll = new Set(assignments.filter(({ user }) => user === EVERYBODY).map(({ permission }) => permission));
  const managers = assignments.flatMap(({ user, permission }) =>
    permission === 'manage_asset' && user !== asset.owner ? [user] : [],
  );
  return [
    ...(asset.mayDo.has('manage_asset') ? [] : [incomplete]),
    ...(mayAll.has('view_submissions') ? [publicData(personal)] : []),
    ...(mayAll.has('add_submissions') ? [openForm] : []),
    ...(managers.length > 0 ? [managing(managers)] : []),
  ];
}

/** KoboToolbox shows all rights to those who manage the project only. */
const incomplete: AccessNote = {
  severity: 'warning',
  message:
    'The owner of the token does not manage this project, so KoboToolbox may leave out the rights of others. Ask somebody who manages it to run this.',
};

function publicData(personal: string | undefined): AccessNote {
  const who = 'Everybody can read all submissions, without an account';
  if (personal === undefined) return { severity: 'warning', message: `${who}: this is public data.` };
  return {
    severity: 'error',
    message: `${who}, though the form asks about people (${quote(personal)}). Take it back in KoboToolbox at once: Settings, Sharing.`,
  };
}

const openForm: AccessNote = {
  severity: 'info',
  message: 'Everybody who has the address can send submissions, without an account.',
};

function managing(users: readonly string[]): AccessNote {
  const who = listed([...new Set(users)].map(quote), 'and');
  return { severity: 'info', message: `${who} can give rights to others and delete the project, as its owner can.` };
}
