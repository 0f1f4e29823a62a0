/** White line drawings on a 24 by 24 field, one for each type of entity. */
const DRAWINGS: Record<string, string> = {
  Person: '<circle cx="12" cy="8" r="3.6"/><path d="M5 20c.6-4.2 3.4-6 7-6s6.4 1.8 7 6"/>',
  Post: '<rect x="4" y="8" width="16" height="11" rx="1.5"/><path d="M9 8V5h6v3M4 13h16"/>',
  GovernmentBody: '<path d="M3.5 9 12 4l8.5 5zM5 20h14M7 10v7m3.3-7v7m3.4-7v7M17 10v7"/>',
  Company: '<path d="M5 20V5h8v15M13 10h6v10M3.5 20h17M8 8.5h2M8 12h2m-2 3.5h2m6-2h1"/>',
  University: '<path d="m2.5 9.5 9.5-4 9.5 4-9.5 4zM6.5 11.5V16c3.5 2.3 7.5 2.3 11 0v-4.5M21 10v5"/>',
  ResearchInstitute: '<path d="M10 4v6L5 18.5c-.5 1 0 1.5 1 1.5h12c1 0 1.5-.5 1-1.5L14 10V4M8.5 4h7M8 15h8"/>',
  Organization: '<circle cx="8" cy="9" r="2.7"/><circle cx="16" cy="9" r="2.7"/><path d="M3 18.5c.4-3 2.3-4.5 5-4.5s4.2 1.3 4.5 3.5M12.5 15c.8-.7 2-1 3.5-1 2.7 0 4.6 1.5 5 4.5"/>',
  Facility: '<rect x="4.5" y="4.5" width="15" height="6" rx="1"/><rect x="4.5" y="13.5" width="15" height="6" rx="1"/><path d="M8 7.5h.01M8 16.5h.01M12 7.5h4.5M12 16.5h4.5"/>',
  Place: '<path d="M12 21c-4.3-4.7-6.5-8.2-6.5-11a6.5 6.5 0 0 1 13 0c0 2.8-2.2 6.3-6.5 11z"/><circle cx="12" cy="10" r="2.3"/>',
  Programme: '<circle cx="12" cy="9" r="5"/><path d="m9 13-1.5 7.5L12 18l4.5 2.5L15 13"/>',
  Project: '<path d="M4 19.5h16M6 19.5v-5h4v5M10 19.5V9.5h4v10m0 0v-15h4v15"/>',
  Policy: '<path d="M6 3.5h8.5L18.5 8v12.5H6zM14 3.5V8.5h4.5M9 12.5h6.5M9 16h6.5"/>',
  Product: '<rect x="7" y="7" width="10" height="10" rx="1.5"/><path d="M10 3.5V7m4-3.5V7m-4 10v3.5m4-3.5v3.5M3.5 10H7m-3.5 4H7m10-4h3.5M17 14h3.5"/>',
  Event: '<rect x="4" y="5.5" width="16" height="14.5" rx="1.5"/><path d="M4 10.5h16M8.5 3v4.5m7-4.5v4.5"/>',
};

/** The drawing of a type as an address that a canvas can paint, or null where there is none. */
export function iconOf(type: string): string | null {
  const drawing = DRAWINGS[type];
  if (!drawing) return null;
  const attributes = 'fill="none" stroke="#fff" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 24 24" ${attributes}>${drawing}</svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}
