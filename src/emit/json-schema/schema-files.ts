import type { OutputFile } from '../../formats/publish.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import type { Dictionary } from '../../model/dictionary.ts';

/** The JSON Schemas of a form's submissions, as KoboToolbox and as OData deliver them; paths are relative to the form's folder. */
export function schemaFiles(_delivery: Delivery, _dictionary: Dictionary): readonly OutputFile[] {
  return [];
}
