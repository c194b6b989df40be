/** Starts the program of this page as soon as the page is there: for pages that show nothing without it. */
export function StartNow() {
  return <meta name="doorman-start" content="now" />;
}
