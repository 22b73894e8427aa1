import { cpSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMS, serversYaml } from './office.ts';
import { openServer } from './real-server.ts';

describe('the last mile, from an empty account to answers of two versions', () => {
  it('is walked with the commands that people use', async () => {
    const server = await openServer();
    console.log(await server.run('plan'));
    console.log(await server.run('push --yes'));
    for (let number = 1; number <= 4; number += 1)
      await server.submit('Visit', `<respondent>R${number}</respondent><household><hh_size>${number}</hh_size><needs>food water</needs></household><member><member_age>3</member_age></member>`);
    await server.submit('Visit', `<respondent>R5</respondent><household><hh_size>5</hh_size><needs>food gold</needs></household>`);
    await server.submit('Visit', `<respondent>R6</respondent><household><hh_size>-6</hh_size><needs>shelter</needs></household>`);
    await server.submit('Call', `<answered>water</answered>`);
    await server.submit('Sites', `<site>a</site>`);
    console.log(await server.run('pull'));
    console.log(await server.run('conform dictionary --server kobo/visit --form visit'));
    console.log(await server.run('mark'));
    console.log(await server.run('mark --yes'));
    console.log(await server.statuses('Visit'));
    cpSync(path.join(server.folder, 'dictionary'), path.join(server.folder, 'before'), { recursive: true });
    server.edit('dictionary/lists.yaml', '      shelter: { en: Shelter, fr: Abri }\n', '');
    server.edit('dictionary/visit.yaml', 'How many people?', 'How many people live here?');
    console.log(await server.run('plan'));
    console.log((await server.run('plan --format json')).out);
    console.log(await server.run('push --yes'));
    await server.submit('Visit', `<respondent>R7</respondent><household><hh_size>7</hh_size><needs>food</needs></household>`);
    console.log(await server.run('pull'));
    console.log(await server.run('conform dictionary --server kobo/visit --form visit --also before'));
    expect(FORMS).toHaveLength(3);
    expect(serversYaml('x')).not.toBe('');
  });
});
