/** Fetches JSON of this site. Throws with a sentence for the learner where none comes. */
export async function fetchJson<T>(path: string): Promise<T> {
  const response = await fetch(path).catch(() => undefined);
  if (!response) throw new Error('The server did not answer. Are you still online?');
  if (!response.ok) throw new Error(`The server answered ${response.status} for ${path}.`);
  return (await response.json()) as T;
}
