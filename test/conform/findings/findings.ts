import type { RecordLocation, SourceText, TextLocation } from '../../../src/core/location.ts';
import { diagnose, type More } from '../../../src/diagnostics/collector.ts';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import type { RuleId } from '../../../src/diagnostics/registry.ts';
import type { Severity } from '../../../src/diagnostics/rule.ts';
import type { RecordFinding, Subject } from '../../../src/conform/finding.ts';
import type { Findings } from '../../../src/conform/findings/found.ts';
import { createFindingStore, type FindingStore, type StoreOptions } from '../../../src/conform/findings/store.ts';
