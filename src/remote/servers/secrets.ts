import { Buffer, isUtf8 } from 'node:buffer';
import type { TextLocation } from '../../core/location.ts';
import type { FileTree } from '../../source/files.ts';
import { isUnreadable } from '../../source/files.ts';

/** KoboToolbox makes tokens of forty digits and letters from a to f. */
const TOKEN = /\b[\da-f]{40}\b/gi;
const NAMED =
  /(?<=(?:^|[\s{,])['"]?(?:token|api[_-]?(?:key|token)|password|secret)['"]?[ \t]*:[ \t]+)[^\s#,}][^\r\n,}]*/gim;
/** `https://name:password@host` */
const IN_ADDRESS = /(?<=:\/\/[^\s/:@'"]*:)[^\s/@'"]+(?=@)/g;

const COVER = '•';
const COVERED = /•+/g;

/** The files, with covers in place of what is secret: findings show the lines that they are about, to whoever reads a log. */
export function withoutSecrets(tree: FileTree): FileTree {
  return {
    ...tree,
    read: (file) => {
      const bytes = tree.read(file);
      if (isUnreadable(bytes) || !isUtf8(bytes)) return bytes;
      const text = Buffer.from(bytes).toString('utf8');
      const covered = [TOKEN, NAMED, IN_ADDRESS].reduce((left, secret) => left.replaceAll(secret, cover), text);
      return covered === text ? bytes : Buffer.from(covered, 'utf8');
    },
  };
}

/** As many letters, so that places stay where they are. */
function cover(secret: string): string {
  return COVER.repeat(secret.length);
}

export function coveredPlaces(source: TextLocation['source']): readonly TextLocation[] {
  return [...source.text.matchAll(COVERED)].map(({ index, 0: { length } }) => ({
    kind: 'text',
    source,
    start: index,
    end: index + length,
  }));
}

/** Whether a key is there to hold what no file should hold; that is told with its value. */
export function isSecretKey(key: string): boolean {
  return /^(?:token|api[_-]?(?:key|token)|password|secret)$/i.test(key);
}
