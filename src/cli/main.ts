import { Command, CommanderError } from 'commander';
import { addAccess } from './commands/access.ts';
import { addAreas } from './commands/areas.ts';
import { addBuild } from './commands/build.ts';
import { addCheck } from './commands/check.ts';
import { addConform } from './commands/conform.ts';
import { addCountries } from './commands/countries.ts';
import { addEval } from './commands/eval.ts';
import { addExplain } from './commands/explain.ts';
import { addGenerate } from './commands/generate.ts';
import { addImport } from './commands/import.ts';
import { addInit } from './commands/init.ts';
import { addMark } from './commands/mark.ts';
import { addPlan } from './commands/plan.ts';
import { addPull } from './commands/pull.ts';
import { addPush } from './commands/push.ts';
import { addRebase } from './commands/rebase.ts';
import { addReport } from './commands/report.ts';
import { addStore } from './commands/store.ts';
import { addTranslate } from './commands/translate.ts';
import { EXIT, type ExitCode, type Host } from './host.ts';
import { tellUsersMatter } from './users-matter.ts';

/** Runs the command line and tells the exit code; nothing is thrown, and the process is left to the caller. */
export async function main(args: readonly string[], host: Host, version: string): Promise<ExitCode> {
  let code: ExitCode = EXIT.clean;
  const program = createProgram(host, version, (result) => (code = result));
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    return explainFailure(error, host);
  }
}

function createProgram(host: Host, version: string, done: (code: ExitCode) => void): Command {
  const program = new Command('lexiform')
    .description('Compiles a data dictionary in YAML into XLSForm workbooks, schemas, report templates and a codebook.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: host.out, writeErr: host.err })
    .showHelpAfterError('(lexiform help COMMAND shows what it takes)');
  addInit(program, host, done);
  addCheck(program, host, done);
  addBuild(program, host, done);
  addImport(program, host, done);
  addAreas(program, host, done);
  addTranslate(program, host, done);
  addConform(program, host, done);
  addReport(program, host, done);
  addEval(program, host, done);
  addGenerate(program, host, done);
  addPlan(program, host, done);
  addPush(program, host, done);
  addPull(program, host, done);
  addStore(program, host, done);
  addMark(program, host, done);
  addAccess(program, host, done);
  addCountries(program, host, done);
  addRebase(program, host, done);
  addExplain(program, host, done);
  return program;
}

function explainFailure(error: unknown, host: Host): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.clean : EXIT.usage;
  const code = tellUsersMatter(error, host);
  if (code !== undefined) return code;
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  host.err(
    `This is a defect of Lexiform, not of your dictionary. Nothing was written. Please report it with these lines:\n${words}\n`,
  );
  return EXIT.defect;
}
