import type { Counter, Row } from './state.ts';
export class SubmissionStore {
  count = 0;
  lastTime: string | null = null;
  rows: Row[] = [];
  readonly counter: Counter;
  constructor(counter: Counter) {
    this.counter = counter;
  }
}
