/** `/data[1]/member[2]/visit[1]/here_visit[1]` is `2.1`. */
export function numbersOf(place) {
  return [...place.matchAll(/\/(?:member|visit)\[(\d+)\]/gu)].map(([, number]) => number).join('.');
}
