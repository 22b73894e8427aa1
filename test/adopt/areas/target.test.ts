import { describe, expect, it } from 'vitest';
import { importing } from './importing.ts';

const GAZETTEER = 'ADM3_EN,ADM3_PCODE,ADM2_EN,ADM2_PCODE,ADM1_EN,ADM1_PCODE\nLomar,XA010101,Karia,XA0101,Badara,XA01\n';

const core = {
  'dictionary.yaml': 'lexiform: 1\ndictionary: a\nversion: 1.2.0\nlanguages: { en: English, fr: Français }\n',
  'codelists/places.yaml': `codelists:
  admin1: { label: Region, country: replace, codes: { XX: Placeholder } }
  admin2: { label: District, country: replace, parent: { codelist: admin1, column: region }, codes: { XX1: { label: Placeholder, region: XX } } }
  fixed1: { label: Zone, codes: { z: Zone } }
`,
};

const layer = 'country: xa\ntitle: Xaria\nlanguages: { en: English, prs: دری }\n';

describe('the lists of a gazetteer', () => {
  it('go into a new dictionary with their definitions and the variables that ask them', async () => {
    const { files, variables } = await importing({ 'xar.csv': GAZETTEER }, { variables: true });
    expect(variables).toEqual(['admin1', 'admin2', 'admin3']);
    expect(files.get('admin3.csv')).toBe('name,label::en,admin1,admin2\nXA010101,Lomar,XA01,XA0101\n');
    expect(files.get('admin-areas.yaml')).toContain(
      '  admin2:\n    label: Admin 2\n    file: admin2.csv\n    parent:\n      codelist: admin1\n      column: admin1\n    source:\n      standard: COD-AB\n      file: xar.csv\n      version: v01\n',
    );
    expect(files.get('admin-variables.yaml')).toContain(
      "  admin2:\n    type: select_one admin2\n    label: Admin 2\n    parent: admin1\n    role: admin2\n    hxl: '#adm2+code'\n",
    );
  });

  it('leave out variables that the dictionary has', async () => {
    const files = { 'questions.yaml': 'variables:\n  admin1: { type: select_one admin1, label: Where? }\n' };
    const { variables, files: made } = await importing({ 'g.csv': GAZETTEER }, { variables: true }, files);
    expect(variables).toEqual(['admin2', 'admin3']);
    expect(made.get('admin-variables.yaml')).not.toContain('  admin1:');
  });

  it('are those that the dictionary lets the layer of a country replace, and others under the id of the country', async () => {
    const tree = { ...core, 'countries/xa/country.yaml': layer };
    const { files, findings } = await importing({ 'g.csv': GAZETTEER }, { variables: true }, tree, 'countries/xa');
    expect([...files.keys()]).toEqual([
      'countries/xa/admin1.csv',
      'countries/xa/admin2.csv',
      'countries/xa/xa_admin3.csv',
      'countries/xa/admin-areas.yaml',
      'countries/xa/admin-variables.yaml',
    ]);
    expect(files.get('countries/xa/admin2.csv')).toBe(
      'name,label::English (en),label::دری (prs),region\nXA0101,Karia,,XA01\n',
    );
    expect(files.get('countries/xa/xa_admin3.csv')).toContain(
      'label::دری (prs),admin1,admin2\nXA010101,Lomar,,XA01,XA0101\n',
    );
    expect(files.get('countries/xa/admin-areas.yaml')).toContain('  admin2:\n    file: admin2.csv\n    source:\n');
    expect(files.get('countries/xa/admin-areas.yaml')).toContain(
      '  xa_admin3:\n    label:\n      mul: Admin 3\n    file: xa_admin3.csv\n    parent:\n      codelist: admin2\n      column: admin2\n',
    );
    expect(files.get('countries/xa/admin-variables.yaml')).toMatch(/^variables:\n {2}xa_admin3:\n/);
    expect(findings.every((finding) => /^(?:area-level-derived|area-name-missing) /.test(finding))).toBe(true);
  });

  it('are brought up to date where the layer defines them', async () => {
    const own = `${layer}codelists:\n  admin1: { file: regions.csv }\n`;
    const tree = {
      ...core,
      'countries/xa/country.yaml': own,
      'countries/xa/regions.csv': 'name,label::en\nXA01,Old\n',
    };
    const { files, findings } = await importing({ 'g.csv': GAZETTEER }, { levels: new Set([1]) }, tree, 'countries/xa');
    expect([...files.keys()]).toEqual(['countries/xa/regions.csv']);
    expect(findings).toContain('area-renamed at g.csv:2:36');
    expect(findings).toContain('area-list-source at countries/xa/country.yaml:5:3');
  });

  it('cannot be those that the dictionary keeps for itself', async () => {
    const options = { list: 'fixed{level}', levels: new Set([1]) };
    const { files, findings } = await importing({ 'g.csv': GAZETTEER }, options, core, 'countries/xa');
    expect(files.size).toBe(0);
    expect(findings).toContain('area-list-taken at codelists/places.yaml:4:3');
  });

  it('are of the levels that are wanted, linked over those that are not', async () => {
    const { files } = await importing({ 'g.csv': GAZETTEER }, { levels: new Set([1, 3]), list: 'place_{level}' });
    expect([...files.keys()]).toEqual(['place_1.csv', 'place_3.csv', 'admin-areas.yaml']);
    expect(files.get('place_3.csv')).toBe('name,label::en,place_1\nXA010101,Lomar,XA01\n');
  });

  it('hold the country where there are several', async () => {
    const csv = 'ADM1_EN,ADM1_PCODE,ADM0_EN,ADM0_PCODE\nBadara,XA01,Xaria,XA\nNubo,XB01,Xubia,XB\n';
    const { files } = await importing({ 'g.csv': csv });
    expect(files.get('admin0.csv')).toBe('name,label::en\nXA,Xaria\nXB,Xubia\n');
    expect(files.get('admin1.csv')).toBe('name,label::en,admin0\nXA01,Badara,XA\nXB01,Nubo,XB\n');
  });

  it('link places by what rows say, never by their codes', async () => {
    const districts = 'ADM2_EN,ADM2_PCODE,ADM1_PCODE\nKaria,62179,XA02\nLomar,XA01-07,XA01\nDomar,XAR014006,XA01\n';
    const regions = 'ADM1_EN,ADM1_PCODE\nBadara,XA01\nSawo,XA02\n';
    const { files, findings } = await importing({ '1.csv': regions, '2.csv': districts });
    expect(files.get('admin2.csv')).toBe(
      'name,label::en,admin1\n62179,Karia,XA02\nXA01-07,Lomar,XA01\nXAR014006,Domar,XA01\n',
    );
    expect(findings).toEqual(['area-code-prefix at 2.csv:2:7']);
  });
});
