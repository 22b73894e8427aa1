// Workbooks made of raw XML, so that a test shows what a file of another program, or a hostile one, has in it.
import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * The parts of a workbook by name.
 * @param {{ sheets?: Record<string, string>, strings?: string, styles?: string, workbookPr?: string, parts?: object }} content
 */
export function partsOf({ sheets = { survey: '' }, strings, styles, workbookPr = '', parts = {} }) {
  const names = Object.keys(sheets);
  const made = {
    '[Content_Types].xml': contentTypes(strings === undefined ? [] : ['sharedStrings']),
    '_rels/.rels': relationships({ rId1: ['officeDocument', 'xl/workbook.xml'] }),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${workbookPr}<sheets>${names
      .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      Object.fromEntries(
        names.map((_, index) => [`rId${index + 1}`, ['worksheet', `worksheets/sheet${index + 1}.xml`]]),
      ),
    ),
  };
  for (const [index, name] of names.entries()) made[`xl/worksheets/sheet${index + 1}.xml`] = worksheet(sheets[name]);
  if (strings !== undefined) made['xl/sharedStrings.xml'] = `<sst xmlns="${MAIN}">${strings}</sst>`;
  if (styles !== undefined) made['xl/styles.xml'] = `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`;
  return { ...made, ...parts };
}

/** The bytes of a workbook. A part that is null is left out. */
export function xlsx(content = {}) {
  const entries = Object.entries(partsOf(content)).filter(([, part]) => part !== null);
  return zipSync(
    Object.fromEntries(entries.map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])),
    { mtime: new Date(1980, 0, 1) },
  );
}

/** Rows stand in `sheetData`; XML that begins with `<worksheet`, `<?xml` or another root is the whole part. */
function worksheet(xml) {
  return /^(?:<row|$)/u.test(xml) ? `<worksheet xmlns="${MAIN}"><sheetData>${xml}</sheetData></worksheet>` : xml;
}

/** From the id to the last word of the type and the target. */
export function relationships(targets) {
  const all = Object.entries(targets).map(
    ([id, [type, target]]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

export function contentTypes(parts, workbookType = `${TYPE}.sheet.main+xml`, workbook = '/xl/workbook.xml') {
  const overrides = parts.map((name) => `<Override PartName="/xl/${name}.xml" ContentType="${TYPE}.${name}+xml"/>`);
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="${workbook}" ContentType="${workbookType}"/>${overrides.join('')}</Types>`;
}

/** A cell with an inline text. */
export function inline(address, text) {
  return `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
}
