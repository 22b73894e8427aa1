#!/usr/bin/env node
import { run } from '../dist/command/process-host.js';

await run();
