/** What a server adds to a submission is no answer, and no slip of a name. */
const OF_SERVERS = /^_|^__|^meta\/|^formhub\/|^meta$|@odata/;

export function isOfServer(key: string): boolean {
  return OF_SERVERS.test(key);
}
