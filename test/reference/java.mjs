// ODK Validate runs on Java 17 or later.
import { installPackage } from './debian.mjs';
import { SetupError, run } from './process.mjs';

const OLDEST = 17;
const ADVICE = `ODK Validate needs Java ${OLDEST} or later as "java" on the PATH: install a Java runtime (JRE) and try again.`;

/** Makes sure that `java` can run ODK Validate; installs it on a Debian machine where we are root. */
export async function ensureJava() {
  if ((await javaVersion()) >= OLDEST) return;
  await installPackage(`openjdk-${OLDEST}-jre-headless`, ADVICE);
  const version = await javaVersion();
  if (version < OLDEST)
    throw new SetupError(`${ADVICE}\nAfter the installation "java -version" is still ${version || 'missing'}.`);
}

/** The major version of `java`, 0 where there is none. */
async function javaVersion() {
  const result = await run('java', ['-version']);
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/u.exec(result.stderr) ?? [];
  if (result.code !== 0 || first === undefined) return 0;
  return Number(first === '1' ? second : first); // Java 8 calls itself 1.8
}
