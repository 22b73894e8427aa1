// A made-up gazetteer of any size in the layout of the common operational datasets: five levels, a sheet each, names in three
// languages. The same size gives the same texts.

const START = ['Ba', 'Do', 'Ka', 'Lo', 'Ma', 'Ne', 'Ru', 'Sa', 'Ti', 'Wo'];
const MIDDLE = ['bi', 'da', 'go', 'lu', 'mo', 'ne', 'ri', 'sa', 'tu', 'va'];
const END = ['bad', 'dara', 'go', 'kent', 'lia', 'mar', 'polis', 'ra', 'stan', 'ville'];
const ARABIC = ['با', 'دو', 'كا', 'لو', 'ما', 'نه', 'رو', 'سا', 'تي', 'وو'];
const LOWEST = 4;

/** How many places each place has right below it, from the country down: 18 × 6 × 8 × 47 are 40,608 at the lowest level. */
export const LARGE = [18, 6, 8, 47];

/** The tables of a gazetteer by the names of their sheets, headings first. */
export function gazetteer(branches = LARGE) {
  const levels = [[{ code: 'XA', number: 1, above: [] }]];
  for (const [index, count] of branches.entries()) {
    const digits = String(count).length;
    levels.push(
      levels[index].flatMap((parent) =>
        Array.from({ length: count }, (_, at) => ({
          code: parent.code + String(at + 1).padStart(digits, '0'),
          number: parent.number * 53 + at + 1,
          above: [parent, ...parent.above],
        })),
      ),
    );
  }
  return Object.fromEntries(
    levels.map((places, level) => [`ADM${level}`, [headings(level), ...places.map((each) => row(each, level))]]),
  );
}

function headings(level) {
  const columns = Array.from({ length: level + 1 }, (_, at) => level - at).flatMap((each) => [
    ...['EN', 'FR', 'AR'].map((language) => `ADM${each}_${language}`),
    `ADM${each}_PCODE`,
  ]);
  return [...columns, 'date', 'validOn', 'validTo', 'AREA_SQKM'];
}

function row(place, level) {
  const texts = [place, ...place.above].flatMap((each, at) => [...names(each, level - at), each.code]);
  return [...texts, '2025-11-06', '2026-01-15', '', String(((place.number * 7) % 9000) / 10)];
}

function names({ number }, level) {
  const [one, two, three] = [number % 10, Math.floor(number / 10) % 10, Math.floor(number / 100) % 10];
  const name = `${START[one]}${MIDDLE[two]}${END[three]}`;
  const numbered = level === LOWEST ? ` ${(number % 97) + 1}` : '';
  return [`${name}${numbered}`, `${name}${numbered}`, `${ARABIC[one]}${ARABIC[two]}${ARABIC[three]}${numbered}`];
}
