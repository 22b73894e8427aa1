#!/usr/bin/env node
import { run } from '../dist/cli/process-host.js';

await run();
