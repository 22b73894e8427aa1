import { jsonText } from '../../core/json-text.ts';
import type { OutputFile } from '../../formats/publish.ts';
import type { DataNode } from '../../model/columns/column.ts';
import { dataNodes } from '../../model/columns/columns.ts';
import type { Delivery } from '../../model/deliver/delivery.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import { koboSchema } from './kobo.ts';
import type { OtherKeys } from './object.ts';
import { odataSchema } from './odata.ts';
import { createDefinitions, type JsonSchema, type Shape, uriPart } from './schema.ts';
import { wordsOf } from './words.ts';

const SHAPES = {
  kobo: { of: koboSchema, from: 'the data API of KoboToolbox (v2, JSON)' },
  odata: { of: odataSchema, from: 'the OData service of ODK Central (JSON, $expand=*)' },
} as const;

/** The JSON Schemas of a form's submissions, as KoboToolbox and as OData deliver them; paths are relative to the form's folder. */
export function schemaFiles(delivery: Delivery, dictionary: Dictionary): readonly OutputFile[] {
  const nodes = dataNodes(delivery, dictionary);
  const name = delivery.form.name.string.text;
  return (['kobo', 'odata'] as const).map((shape) => ({
    path: `${name}.${shape}.schema.json`,
    bytes: new TextEncoder().encode(jsonText(submissionSchema(shape, nodes, delivery, dictionary))),
  }));
}

/** The JSON Schema of one submission; `nodes` are what the form leaves in its data. */
export function submissionSchema(
  shape: Shape,
  nodes: readonly DataNode[],
  delivery: Delivery,
  dictionary: Dictionary,
  otherKeys: OtherKeys = 'mistakes',
): JsonSchema {
  const { form, profile } = delivery;
  const definitions = createDefinitions();
  const words = wordsOf(delivery, dictionary);
  const schema = SHAPES[shape].of(nodes, { shape, words, definitions, otherKeys });
  const name = form.name.string.text;
  const version = dictionary.version ? ` ${dictionary.version.string.text}` : '';
  const names = [dictionary.name.string.text, name, profile, shape];
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:lexiform:${names.map(uriPart).join(':')}`,
    title: words.text(form.title) ?? name,
    description: `One submission of the form ${name} of ${names[0]}${version}, as ${SHAPES[shape].from} delivers it.`,
    ...schema,
    $defs: definitions.all(),
  };
}
