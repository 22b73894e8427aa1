// One Python virtual environment a converter version, made once and kept in the project's cache.
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackage } from './debian.mjs';
import { SetupError, removeAtEnd, run, temporaryFolder } from './process.mjs';
import { say } from './tally.mjs';

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/lexiform-reference/', import.meta.url));
const MARKER = 'complete'; // holds the version and is written last: an environment without it was never finished
const MINUTES = 60_000;
const PYTHON_ADVICE =
  'The converter pyxform needs Python 3.10 or later as "python3" on the PATH: install it and try again.';
const VENV_ADVICE =
  'python3 cannot make virtual environments: install its venv module (Debian: python3-venv) and try again.';

let checked; // the one check of python3 that all environments wait for

/** The Python of an environment that holds exactly this version of pyxform. */
export async function ensureConverter(version) {
  const home = join(CACHE, `pyxform-${version}`);
  if (await isRight(home, version)) return pythonOf(home);
  await (checked ??= checkPython());
  say(`preparing pyxform ${version}`);
  await mkdir(CACHE, { recursive: true });
  const aside = removeAtEnd(await mkdtemp(join(CACHE, `pyxform-${version}.`)));
  await install(aside, version);
  await writeFile(join(aside, MARKER), version);
  await putInPlace(aside, home, version);
  return pythonOf(home);
}

/** Complete, and still able to run: the Python that it was made from may be gone. */
async function isRight(home, version) {
  const marker = await readFile(join(home, MARKER), 'utf8').catch(() => null);
  if (marker !== version) return false;
  const script = 'from importlib.metadata import version; print(version("pyxform"))';
  const result = await run(pythonOf(home), ['-I', '-c', script]);
  return result.code === 0 && result.stdout.trim() === version;
}

async function checkPython() {
  const version = await run('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 10))']);
  if (version.code !== 0) throw new SetupError(PYTHON_ADVICE);
  if (await hasVenv()) return;
  await installPackage('python3-venv', VENV_ADVICE);
  if (!(await hasVenv())) throw new SetupError(VENV_ADVICE);
}

async function hasVenv() {
  const result = await run('python3', ['-c', 'import venv, ensurepip']);
  return result.code === 0;
}

async function install(folder, version) {
  const env = { TMPDIR: await temporaryFolder('lexiform-reference') }; // pip that is ended leaves its files there
  const venv = await run('python3', ['-m', 'venv', '--clear', folder], { timeout: 5 * MINUTES, env });
  if (venv.code !== 0) throw new SetupError(`${VENV_ADVICE}\n${venv.stdout}${venv.stderr}`);
  const args = ['-I', '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `pyxform==${version}`];
  const pip = await run(pythonOf(folder), args, { timeout: 10 * MINUTES, env });
  if (pip.code !== 0) throw new SetupError(`pip could not install pyxform ${version}:\n${pip.stderr}`);
}

/** Renames into place. A second run may have been faster: its environment is as good as ours. */
async function putInPlace(aside, home, version) {
  if (await isMoved(aside, home)) return;
  if (await isRight(home, version)) return;
  await rm(home, { recursive: true, force: true });
  if (await isMoved(aside, home)) return;
  if (!(await isRight(home, version))) throw new SetupError(`${home} cannot be replaced: remove it and try again`);
}

/** A folder cannot be renamed to one that holds something. */
function isMoved(from, to) {
  return rename(from, to).then(
    () => true,
    () => false,
  );
}

/** Only the interpreter survives a rename; the scripts beside it name the folder in which they were made. */
function pythonOf(folder) {
  return join(folder, 'bin', 'python');
}
