import type { RawSheets } from './content-read.ts';
import { saveAsset } from './content-save.ts';
import type { Kobo } from './kobo.ts';
import { newAsset } from './new-asset.ts';
import type { Asset, Content, Row } from './state.ts';

/** A sheet `library` becomes a collection; rows with the same `block` become one block, others a question each. */
export function importLibrary(kobo: Kobo, owner: string, name: string, sheets: RawSheets): Asset {
  const collection = newAsset(kobo.state, owner, 'collection');
  collection.name = name;
  kobo.state.assets.set(collection.uid, collection);
  for (const [title, rows] of blocksOf(sheets['library'] ?? [])) {
    const asset = newAsset(kobo.state, owner, rows.length > 1 ? 'block' : 'question');
    asset.content = { ...sheets, survey: rows, settings: {} } as unknown as Content;
    delete asset.content['library'];
    asset.parent = collection.uid;
    asset.name = title;
    saveAsset(asset, owner);
    kobo.state.assets.set(asset.uid, asset);
  }
  return collection;
}

function blocksOf(rows: readonly Row[]): Map<string, Row[]> {
  const blocks = new Map<string, Row[]>();
  for (const [index, { block, ...row }] of rows.entries()) {
    const title = typeof block === 'string' ? block : `question ${index + 1}`;
    blocks.set(title, [...(blocks.get(title) ?? []), row]);
  }
  return blocks;
}
