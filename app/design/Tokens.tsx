import { Sample } from './Sample';

const grounds = [
  'bg-paper',
  'bg-raised',
  'bg-sunk',
  'bg-brand-ground',
  'bg-brand',
  'bg-brand-hover',
  'bg-line',
  'bg-line-strong',
  'bg-control',
  'bg-faint',
  'bg-soft',
  'bg-ink',
];
const statuses = [
  { name: '401', fill: 'bg-s401-fill text-s401-on', ground: 'bg-s401-ground text-s401-text' },
  { name: '403', fill: 'bg-s403-fill text-s403-on', ground: 'bg-s403-ground text-s403-text' },
  { name: '400', fill: 'bg-s400-fill text-s400-on', ground: 'bg-s400-ground text-s400-text' },
  { name: '2xx', fill: 'bg-s2xx-fill text-s2xx-on', ground: 'bg-s2xx-ground text-s2xx-text' },
];
const types = [
  { name: 'text-hero', look: 'font-display font-bold text-hero', text: 'Who are you?' },
  { name: 'text-title', look: 'font-display font-bold text-title', text: 'A 401 asks, a 403 refuses' },
  { name: 'text-section', look: 'font-display font-bold text-section', text: 'Three gates in a row' },
  {
    name: 'text-lead',
    look: 'text-lead text-soft',
    text: 'A doorman asks for a name, then looks at the list.',
  },
  { name: 'text-base', look: '', text: 'The server knows who is asking, and says no.' },
  { name: 'text-sm', look: 'text-sm text-soft', text: 'One line to change' },
  { name: 'text-wire', look: 'font-mono text-wire', text: 'WWW-Authenticate: Basic realm="library"' },
];
const spaces = [1, 2, 3, 4, 6, 8, 12, 16];

/** Every colour by its name, on the ground it has in this theme. */
export function Colours() {
  return (
    <div className="space-y-8">
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4 lg:grid-cols-6">
        {grounds.map((ground) => (
          <li key={ground}>
            <span className={`block h-14 rounded-lg border border-line ${ground}`} />
            <code className="text-soft text-wire">{ground.slice(3)}</code>
          </li>
        ))}
      </ul>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {statuses.map(({ name, fill, ground }) => (
          <li key={name} className="overflow-hidden rounded-lg font-semibold">
            <span className={`block px-3 py-3 ${fill}`}>{name}: fill, on</span>
            <span className={`block px-3 py-3 ${ground}`}>{name}: ground, text</span>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <span className="text-ink">ink</span>
        <span className="text-soft">soft</span>
        <span className="text-faint">faint</span>
        <span className="text-brand">brand</span>
        <a href="#colour" className="link">
          the way of a link
        </a>
      </p>
    </div>
  );
}

/** Every size of text with its name. */
export function Type() {
  return (
    <dl className="@container divide-y divide-line border-line border-y">
      {types.map(({ name, look, text }) => (
        <div key={name} className="grid items-baseline gap-x-6 py-3 md:grid-cols-[8rem_minmax(0,1fr)]">
          <dt>
            <code className="text-soft text-wire">{name}</code>
          </dt>
          <dd className={`wrap-anywhere ${look}`}>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The steps of space in use, and the edges. */
export function Spacing() {
  return (
    <div className="grid gap-8 md:grid-cols-2">
      <Sample name="Steps of 0.25 rem">
        <ul className="space-y-1.5">
          {spaces.map((step) => (
            <li key={step} className="flex items-center gap-3">
              <code className="w-8 text-soft text-wire">{step}</code>
              <span className="h-3 bg-brand" style={{ width: `${step * 0.25}rem` }} />
            </li>
          ))}
        </ul>
      </Sample>
      <Sample name="Edges: md, lg, xl, and the shadow of what lies above the page">
        <div className="flex flex-wrap gap-4">
          <span className="size-16 rounded-md border border-control bg-raised" />
          <span className="size-16 rounded-lg border border-control bg-raised" />
          <span className="size-16 rounded-xl border border-control bg-raised" />
          <span className="size-16 rounded-xl bg-raised shadow-lift" />
        </div>
      </Sample>
    </div>
  );
}
