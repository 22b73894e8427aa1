import { quote } from '../../diagnostics/quote.ts';
import type { NormalForm } from '../content/normal-form.ts';
import { formOfContent } from '../content/of-content.ts';
import type { Asset } from '../kobo/assets.ts';
import { compareForms } from '../plan/compare-forms.ts';
import { contentHash } from '../plan/wanted.ts';
import { RemoteError } from '../remote-error.ts';
import { mendingPlace } from './mending-place.ts';
import { assetOf, type Place, remember, type Work } from './place.ts';
import { Refusal } from './refusal.ts';
import { settled } from './settle.ts';

/**
 * Makes the project under a name that nobody else thinks of: a push that is cut off before the uid is on disk finds it
 * again by that. The workbook gives it its own name.
 */
export async function create(place: Place, work: Work): Promise<Place> {
  const marker = work.marker(place.project);
  const [found] = await work.kobo.assetsNamed(marker, 'survey');
  const asset = found ?? (await work.kobo.createProject(marker));
  return remember({ ...place, asset }, { uid: asset.uid, unfinished: {} }, work);
}

/** Hands the workbook over and waits until the server holds it. */
export async function importForm(place: Place, work: Work): Promise<Place> {
  const asset = assetOf(place);
  const { wanted } = place;
  const handed = await work.kobo.importWorkbook(asset, wanted.project.form, wanted.workbook);
  const { held } = place.state.unfinished ?? {};
  const under = { import: handed.uid, ...(held === undefined ? {} : { held }) };
  const next = await remember(place, { ...place.state, unfinished: under }, work);
  const done = await settled(work.kobo, handed.uid, work.timing);
  if (done === undefined) throw tooSlow();
  if (done.status === 'error') throw notTaken(done.error, place);
  return checked(next, work);
}

function tooSlow(): Refusal {
  return new Refusal(
    'KoboToolbox is still busy taking the workbook in.',
    'Push again later: the push goes on from here.',
  );
}

function notTaken(error: string | undefined, { wanted }: Place): Refusal {
  const words = error ?? 'nothing more';
  return new Refusal(
    `KoboToolbox did not take the workbook in. It said: ${words}`,
    'Mend it and push again.',
    mendingPlace(words, wanted),
  );
}

/**
 * Devices get what the server holds, so it must be what was handed over. If it is not, somebody wrote over it in that
 * moment; if the next push finds the very same, this server keeps it that way, and the push goes on.
 */
async function checked(place: Place, work: Work): Promise<Place> {
  const asset = await work.kobo.asset(assetOf(place).uid, { content: true });
  if (asset?.content === undefined) throw new Refusal('The project is gone.', 'Make a new plan: lexiform plan');
  const form = formOfContent(asset.content);
  const held = contentHash(form, asset.name);
  const known = place.state.unfinished?.held === held;
  const state = { ...place.state, unfinished: held === place.wanted.hash ? {} : { held } };
  const next = await remember({ ...place, asset, held }, state, work);
  if (held !== place.wanted.hash && !known) throw notHeld(asset, compareForms(place.wanted.form, form).length);
  return next;
}

function notHeld({ name }: Asset, count: number): Refusal {
  return new Refusal(
    `KoboToolbox does not hold what was handed over (${count} differences): somebody saved ${quote(name)} at the same moment. Nothing was deployed.`,
    'Plan again, which shows the differences, and push again if yours is right.',
  );
}

/** Puts the present version into the hands of devices, unless somebody changed it meanwhile. */
export async function deploy(place: Place, work: Work): Promise<Place> {
  const { uid, version } = assetOf(place);
  const now = await work.kobo.asset(uid);
  if (now === undefined || now.version !== version)
    throw new Refusal(
      'Somebody changed the project on KoboToolbox since it was read. It was not deployed.',
      'Plan again, which shows what was changed.',
    );
  return { ...place, asset: await deployed(now, place, work) };
}

async function deployed(asset: Asset, { wanted }: Place, { kobo }: Work): Promise<Asset> {
  try {
    return await kobo.deploy(asset);
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    const sheet = error.status === 500 ? sheetWithLabel(wanted.form) : undefined;
    if (sheet !== undefined) throw cannotDeploy(sheet, error);
    const place = mendingPlace(error.message, wanted);
    throw place ? new Refusal(error.message, 'Mend it and push again: the push goes on from here.', place) : error;
  }
}

/** KoboToolbox takes `label` for a translated column on every sheet, and fails where it is none (kobo-api.md 1.7). */
function sheetWithLabel({ sheets }: NormalForm): string | undefined {
  return [...sheets].find(([, rows]) => rows.some((row) => row.has('label')))?.[0];
}

function cannotDeploy(sheet: string, { message }: RemoteError): Refusal {
  return new Refusal(
    `${message} KoboToolbox is known to fail at the column "label" of the sheet "${sheet}", and gives no reason.`,
    `A form with that sheet can go to ODK Central. For KoboToolbox, take the sheet out of the form and push again.`,
  );
}
