import { asking } from '../kobo/asking.ts';
import type { Content } from '../kobo/state.ts';
import type { Office } from './office.ts';

/** Somebody edits a project in the form builder and saves it; devices get it only where it is deployed there, too. */
export async function editInBrowser(
  { kobo, token, project }: Office,
  name: string,
  edit: (content: Content) => void,
  deployed = false,
): Promise<void> {
  const ask = asking(kobo, token);
  const path = `/api/v2/assets/${project(name).uid}/`;
  const content = (await ask('GET', path)).data['content'] as Content;
  edit(content);
  const { data } = await ask('PATCH', path, { content });
  if (deployed) await ask('PATCH', `${path}deployment/`, { active: true, version_id: data['version_id'] });
  kobo.forgetRequests();
}
