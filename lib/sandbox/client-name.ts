/** What sent a request, from its User-Agent (RFC 9110 §10.1.5): a guess for people, never a proof. */

const browsers: readonly [name: string, pattern: RegExp][] = [
  ['Edge', /\bEdg\/(\d+)/],
  ['Firefox', /\bFirefox\/(\d+)/],
  ['Chrome', /\b(?:Headless)?Chrome\/(\d+)/],
  ['Safari', /\bVersion\/(\d+)[\d.]* (?:Mobile\/\w+ )?Safari\//],
];

/** A short name such as `curl 7.88.1` or `Chrome 156`; `unnamed client` where the field is missing or odd. */
export function clientName(userAgent: string | undefined): string {
  const text = (userAgent ?? '').slice(0, 400);
  for (const [name, pattern] of browsers) {
    const match = pattern.exec(text);
    if (match) return `${name} ${match[1]}`;
  }
  const product = /^([A-Za-z][\w.-]{0,31})(?:\/([\w.]{1,16}))?/.exec(text);
  if (!product) return 'unnamed client';
  return [product[1], product[2]].filter(Boolean).join(' ');
}
