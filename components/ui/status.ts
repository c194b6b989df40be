/** The colours and names of statuses, the same everywhere: amber 401, red 403, slate 400, green 2xx. */

export interface StatusTone {
  readonly ground: string;
  readonly text: string;
  readonly fill: string;
  /** The fill as the colour of a drawing. */
  readonly fillText: string;
  readonly on: string;
  readonly edge: string;
}

const amber: StatusTone = {
  ground: 'bg-s401-ground',
  text: 'text-s401-text',
  fill: 'bg-s401-fill',
  fillText: 'text-s401-fill',
  on: 'text-s401-on',
  edge: 'border-s401-fill',
};
const red: StatusTone = {
  ground: 'bg-s403-ground',
  text: 'text-s403-text',
  fill: 'bg-s403-fill',
  fillText: 'text-s403-fill',
  on: 'text-s403-on',
  edge: 'border-s403-fill',
};
const slate: StatusTone = {
  ground: 'bg-s400-ground',
  text: 'text-s400-text',
  fill: 'bg-s400-fill',
  fillText: 'text-s400-fill',
  on: 'text-s400-on',
  edge: 'border-s400-fill',
};
const green: StatusTone = {
  ground: 'bg-s2xx-ground',
  text: 'text-s2xx-text',
  fill: 'bg-s2xx-fill',
  fillText: 'text-s2xx-fill',
  on: 'text-s2xx-on',
  edge: 'border-s2xx-fill',
};
/** A 404 may be a refusal that hides, so it is an outline and no colour. */
const hidden: StatusTone = {
  ground: 'bg-transparent',
  text: 'text-soft',
  fill: 'bg-transparent',
  fillText: 'text-transparent',
  on: 'text-soft',
  edge: 'border-dashed border-control',
};

/** The classes for a status; slate for every one that has no colour of its own. */
export function statusTone(status: number): StatusTone {
  if (status >= 200 && status < 300) return green;
  if (status === 401) return amber;
  if (status === 403) return red;
  if (status === 404) return hidden;
  return slate;
}
