interface LessonSourcesProps {
  readonly sources: readonly { readonly title: string; readonly url: string }[];
}

/** Where the lesson's claims can be read in full. */
export function LessonSources({ sources }: LessonSourcesProps) {
  if (sources.length === 0) return null;
  return (
    <section aria-labelledby="sources" className="mb-10">
      <h2 id="sources" className="text-[0.9375rem] font-semibold text-soft">
        Sources
      </h2>
      <ul className="mt-2 grid gap-1.5 wrap-anywhere text-[0.9375rem]">
        {sources.map(({ title, url }) => (
          <li key={url}>
            <a href={url} className="link">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
