/** Where to go after signing in: a page of this app, whatever the address bar asks for. */
export function placeToGo(next: string | null): string {
  if (next === null || !URL.canParse(next, location.origin)) return '/app';
  const place = new URL(next, location.origin);
  const ours = place.origin === location.origin && /^\/app(\/|$)/.test(place.pathname);
  return ours ? place.pathname + place.search : '/app';
}
