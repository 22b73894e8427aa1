// The search of a codebook page. It reads what stands on the page and holds no data of its own.
(() => {
  'use strict';
  const fold = window.lexiformFold;
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const [form, finder, input, status, clear] = ['search', 'finder', 'q', 'status', 'clear'].map(byId);
  const chips = [...document.querySelectorAll('#filters button')];
  const sections = ['variables', 'lists', 'checks'].map(byId).filter(Boolean);
  const cards = [...document.querySelectorAll('.card')].map((element, place) => ({
    element,
    place,
    parent: element.parentElement,
    filters: new Set(element.dataset.f.split(' ')),
  }));
  // Sorting moves cards: more than these are left in their order.
  const SORTED = 400;
  let moved = false;

  function read(card) {
    if (card.text !== undefined) return;
    const keys = [...card.element.querySelectorAll('[data-s]')].map((element) => fold(element.textContent));
    card.text = keys.join('\n');
    card.label = keys[0] || '';
    card.name = fold(card.element.querySelector('[data-n]').textContent);
  }

  function score({ name, label, text }, whole, words) {
    if (name === whole || label === whole) return 0;
    if (text.split('\n').includes(whole)) return 1;
    if (name.startsWith(whole)) return 2;
    if (words.every((word) => label.split(/[^\p{L}\p{N}]+/u).some((part) => part.startsWith(word)))) return 3;
    return words.every((word) => name.includes(word) || label.includes(word)) ? 4 : 5;
  }

  function pressed() {
    const groups = new Map();
    for (const chip of chips) {
      if (chip.getAttribute('aria-pressed') !== 'true') continue;
      const { g, t } = chip.dataset;
      groups.set(g, [...(groups.get(g) || []), t]);
    }
    return [...groups.values()];
  }

  function apply() {
    const whole = fold(input.value.trim());
    const words = whole.split(/\s+/).filter(Boolean);
    const groups = pressed();
    const active = words.length > 0 || groups.length > 0;
    if (words.length > 0) cards.forEach(read);
    const found = cards.filter((card) => {
      const fits = groups.every((tokens) => tokens.some((token) => card.filters.has(token))) && words.every((word) => card.text.includes(word));
      card.element.hidden = !fits;
      return fits;
    });
    arrange(found, whole, words);
    root.classList.toggle('searching', active);
    for (const section of sections) section.hidden = active && !section.querySelector('.card:not([hidden])');
    clear.hidden = !active;
    status.textContent = !active ? '' : found.length > 0 ? `${status.dataset.word}: ${found.length}` : status.dataset.none;
    return active;
  }

  function arrange(found, whole, words) {
    const sort = words.length > 0 && found.length <= SORTED;
    if (!sort && !moved) return;
    if (moved) for (const { parent, element } of cards) parent.append(element);
    moved = sort;
    if (!sort) return;
    const scores = new Map(found.map((card) => [card, score(card, whole, words)]));
    const sorted = [...found].sort((a, b) => scores.get(a) - scores.get(b) || a.place - b.place);
    for (const { parent, element } of sorted) parent.append(element);
  }

  function address() {
    const params = new URLSearchParams();
    if (input.value.trim() !== '') params.set('q', input.value.trim());
    for (const chip of chips) if (chip.getAttribute('aria-pressed') === 'true') params.append(chip.dataset.g, chip.dataset.v);
    const hash = params.toString();
    history.replaceState(null, '', hash === '' ? location.pathname + location.search : `#${hash}`);
  }

  function search() {
    const active = apply();
    address();
    if (active) window.scrollTo(0, 0);
  }

  function reset() {
    input.value = '';
    for (const chip of chips) chip.setAttribute('aria-pressed', 'false');
  }

  // An address can hold a search, or the place of a card that a search has hidden.
  function follow() {
    const hash = location.hash.slice(1);
    reset();
    if (/^(q|form|type|sensitivity|obligation)=/.test(hash)) {
      const params = new URLSearchParams(hash);
      input.value = params.get('q') || '';
      for (const chip of chips) if (params.getAll(chip.dataset.g).includes(chip.dataset.v)) chip.setAttribute('aria-pressed', 'true');
      byId('filters').open = pressed().length > 0;
      apply();
      return;
    }
    const searched = root.classList.contains('searching');
    apply();
    const target = searched && hash !== '' ? byId(hash) : null;
    if (target) target.scrollIntoView();
  }

  const shown = () => [...document.querySelectorAll('.card:not([hidden])')];

  function step(by) {
    const list = shown();
    const at = list.indexOf(document.activeElement);
    const next = at < 0 && by < 0 ? undefined : list[at + by];
    const target = next || (by < 0 ? input : undefined);
    if (!target) return;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: target === input ? 'nearest' : 'start' });
  }

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target === input;
    const onCard = event.target instanceof Element && event.target.classList.contains('card');
    if (event.key === '/' && !typing) input.select();
    else if (event.key === 'Escape' && (typing || onCard)) {
      reset();
      search();
      input.focus();
    } else if (typing && (event.key === 'ArrowDown' || event.key === 'Enter')) step(1);
    else if (onCard && event.key === 'ArrowDown') step(1);
    else if (onCard && event.key === 'ArrowUp') step(-1);
    else return;
    event.preventDefault();
  }

  let waiting = 0;
  input.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, cards.length > 2000 ? 150 : 0);
  });
  for (const chip of chips)
    chip.addEventListener('click', () => {
      chip.setAttribute('aria-pressed', chip.getAttribute('aria-pressed') === 'true' ? 'false' : 'true');
      search();
    });
  clear.addEventListener('click', () => {
    reset();
    search();
    input.focus();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  document.addEventListener('keydown', onKey);
  window.addEventListener('hashchange', follow);
  form.hidden = false;
  finder.hidden = false;
  follow();
})();
