/**
 * JSON-LD of the page. It is a block of data, so no policy on scripts concerns it (CSP3 §6.7.3). It stands last: a
 * browser paints what it has read, and robots read all.
 */
export function StructuredData({ data }: { readonly data: object }) {
  // Text in a script element is not unescaped by HTML, so `<` is escaped here.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  // biome-ignore lint/security/noDangerouslySetInnerHtml: React would escape the quotes of the JSON; nothing of a client is in it
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
