import { quotedFew } from '../../diagnostics/quote.ts';
import { type DataNode } from '../../model/columns/column.ts';
import { dataNodes } from '../../model/columns/columns.ts';
import { deliver } from '../../model/deliver/deliver.ts';
import type { Dictionary } from '../../model/dictionary.ts';
import type { Form } from '../../model/form.ts';
import type { Kobo } from '../../remote/kobo/kobo.ts';
import type { Http } from '../../remote/http/http.ts';
import { projectName } from '../../remote/servers/server.ts';
import type { OpenedServers } from '../remote/open.ts';
import { type Host, UsageError } from '../host.ts';

/** A project that is on a server, with the form that it asks. */
export interface PullTarget {
  /** `server/key` */
  readonly project: string;
  readonly uid: string;
  /** The core, or the country that the project is of. */
  readonly dictionary: Dictionary;
  readonly form: Form;
  readonly nodes: readonly DataNode[];
  readonly country: string | undefined;
  readonly kobo: Kobo;
  readonly http: Http;
}

/**
 * The projects that are pulled.
 * @throws UsageError where none of them is on a server yet
 */
export function pullTargets({ connections, dictionaryOf, state }: OpenedServers, host: Host): readonly PullTarget[] {
  const without: string[] = [];
  const targets = connections.flatMap(({ projects, kobo, http }) =>
    projects.flatMap((project): readonly PullTarget[] => {
      const name = projectName(project);
      const uid = project.uid ?? state.get(name)?.uid;
      const dictionary = dictionaryOf(project);
      const form = dictionary.forms.get(project.form);
      if (uid === undefined || !form) {
        without.push(name);
        return [];
      }
      const nodes = nodesOf(form, dictionary);
      return [{ project: name, uid, dictionary, form, nodes, country: project.country, kobo, http }];
    }),
  );
  if (without.length > 0) tellWithout(without, targets.length === 0, host);
  return targets;
}

/** What a form leaves in the data of KoboToolbox. */
export function nodesOf(form: Form, dictionary: Dictionary): readonly DataNode[] {
  return dataNodes(deliver(dictionary, form, 'kobo'), dictionary);
}

function tellWithout(names: readonly string[], isAll: boolean, host: Host): void {
  const sentence = `${quotedFew(names)} ${names.length === 1 ? 'is' : 'are'} not on the server yet.`;
  const help = `lexiform push ${names[0] ?? ''} makes it; a project that was there before is named by its uid in servers.yaml.`;
  if (isAll) throw new UsageError(sentence, help);
  host.err(`${sentence} ${help}\n`);
}
