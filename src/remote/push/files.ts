import { md5Of } from '../plan/on-server.ts';
import { assetOf, type Place, type Work } from './place.ts';

/** Puts a file there, in place of one of that name; one with these very bytes stays. */
export async function putFile(place: Place, file: string, { kobo }: Work): Promise<Place> {
  const { uid } = assetOf(place);
  const wanted = place.wanted.media.get(file);
  if (!wanted) throw new Error(`The plan puts a file that the form does not attach: ${file}`);
  const present = (await kobo.media(uid)).filter(({ name }) => name === file);
  if (present.some((each) => md5Of(each) === wanted.md5)) return place;
  for (const each of present) await kobo.removeMedia(uid, each.uid);
  await kobo.addMedia(uid, file, wanted.bytes);
  return place;
}

export async function removeFile(place: Place, file: string, { kobo }: Work): Promise<Place> {
  const { uid } = assetOf(place);
  const present = (await kobo.media(uid)).filter(({ name }) => name === file);
  for (const each of present) await kobo.removeMedia(uid, each.uid);
  return place;
}
