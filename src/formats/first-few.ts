/** Keeps the first few of many things and counts the others, so that a broken file cannot fill the memory. */
export class FirstFew<Thing> {
  readonly list: Thing[] = [];
  /** How many were not kept. */
  rest = 0;

  add(thing: Thing): void {
    if (this.list.length < MOST) this.list.push(thing);
    else this.rest += 1;
  }
}

const MOST = 20;
