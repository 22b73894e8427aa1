/**
 * The library: read a dictionary, check it, and build the workbooks of its forms, the schemas of their submissions, report
 * templates and a codebook. Everything works on a `FileTree`, so
 * that a dictionary can come from a folder, from memory or from another version of a project.
 *
 * Expressions are evaluated on records in four steps, of which the first three are taken once:
 * `const scope = recordScope(deliver(dictionary, form, 'kobo'), dictionary)`, what a form has;
 * `const read = recordReader(scope)`, which makes submissions of it ready;
 * `const program = compileExpression(parseExpression("${hh_size} > 5"), scope)`, the expression at its place in the form;
 * `program.evaluate(read(submission, host.clock), host)`, a value, or a reason that `cannotEvaluate` knows.
 */
export { checkDictionary } from './check/check.ts';
export type { CellLocation, Location, RecordLocation, SourceText, TextLocation } from './core/location.ts';
export { positionAt } from './core/location.ts';
export type { Origin, Step } from './core/origin.ts';
export type { Diagnostic, Fix, Related } from './diagnostics/diagnostic.ts';
export { type RuleId, ruleIds, rules } from './diagnostics/registry.ts';
export { startRemembering } from './diagnostics/recall.ts';
export type { Answer, Moment } from './expression/evaluate/answer.ts';
export { compileExpression, type Program } from './expression/evaluate/program.ts';
export type { Clock, EvaluationHost, RecordView, ScopeNode } from './expression/evaluate/scope.ts';
export { type CannotEvaluate, cannotEvaluate, type Outcome, type Value } from './expression/evaluate/value.ts';
export { type ParsedExpression, parseExpression } from './expression/parser.ts';
export type { Severity } from './diagnostics/rule.ts';
export { suppress } from './diagnostics/suppression.ts';
export { compileDictionary, compileProject } from './dictionary/compile.ts';
export type { Compiled, CompiledProject, CountrySource } from './dictionary/compiled.ts';
export { languageReference } from './dictionary/language/reference.ts';
export { languageSchema } from './dictionary/language/schema.ts';
export type { Code, CodeList } from './model/code-list.ts';
export type { Delivery } from './model/deliver/delivery.ts';
export { deliver } from './model/deliver/deliver.ts';
export type { Dictionary, Language } from './model/dictionary.ts';
export type { Formula, LocalText, Plain, Text } from './model/facets.ts';
export type { Form } from './model/form.ts';
export type { Item, Question, Section } from './model/item.ts';
export { type JsonRecord, type RecordObserver, type RecordReader, recordReader } from './model/record/record-reader.ts';
export { type RecordScope, recordScope } from './model/record/record-scope.ts';
export type { RecordCheck } from './model/record-check.ts';
export { walk } from './model/walk.ts';
export { codebookFiles } from './emit/codebook/codebook-files.ts';
export { schemaFiles } from './emit/json-schema/schema-files.ts';
export { emptyReportData } from './emit/report/empty-data.ts';
export type { ReportData } from './emit/report/report-data.ts';
export { reportFiles } from './emit/report/report-files.ts';
export { renderReport } from './emit/report/render.ts';
export type { OutputFile } from './formats/publish.ts';
export { columnsOf, type DataColumn, type DataNode } from './model/columns/column.ts';
export { dataNodes } from './model/columns/columns.ts';
export { type ByProblem, type ByQuestion, findBy } from './report/by.ts';
export { reportData } from './report/data.ts';
export { reportCsv, reportJson } from './report/table/write-table.ts';
export { startTally, type Tally, type TallyRequest } from './report/tally.ts';
export { findingsSchema } from './printers/findings.schema.ts';
export { type Format, print, type PrintInput, type PrintOptions } from './printers/printer.ts';
export { diskTree, type FileTree, memoryTree } from './source/files.ts';
export type { Profile } from './vocabulary/profiles.ts';
export { formFiles } from './xlsform/form-files.ts';
