import type { Form } from '../../model/form.ts';
import { written } from '../../source/source-string.ts';
import type { Project } from './server.ts';

/** The form as a project has it: the name of a project is the title of its form, which KoboToolbox takes from the workbook. */
export function titledForm(form: Form, { name, location }: Pick<Project, 'name' | 'location'>): Form {
  if (name === undefined) return form;
  const title = { string: written(name, location), origin: { location, trail: [] } };
  return { ...form, settings: new Map([...form.settings, ['form_title', title]]) };
}
