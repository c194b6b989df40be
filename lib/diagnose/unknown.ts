/** What cannot be told from a paste, and how to get it. */
import { isRedacted } from './checks/authorization';
import { fieldOf, type GoodReading } from './reading';

/** Sentences about what is missing, the most useful first. */
export function unknownIn(reading: GoodReading, focus: number, fits: number): string[] {
  const exchange = reading.exchanges[focus];
  const sentences: string[] = [];
  if (!exchange) {
    if (fits === 0) sentences.push('Which cause it is: no text or sign here belongs to a cause in the list.');
    if (!reading.statuses.length) sentences.push('The status that came back.');
    sentences.push(
      'What was sent and received: the request and the response with their headers. `curl -v` shows both.',
    );
    return sentences;
  }
  const { request, response, mayHideCredentials } = exchange;
  if (fits === 0 && (response?.status ?? 0) >= 400)
    sentences.push('Which cause it is: nothing here belongs to one in the list.');
  if (!request?.fields.length)
    sentences.push('What was sent: the paste shows no request headers. `curl -v` shows them after `>`.');
  else if (!request.whole)
    sentences.push(
      'Whether exactly these headers were sent: the paste shows the command or a part, not the request itself.',
    );
  if (!response)
    sentences.push('What came back: the paste shows no response. Add `-i` or `-v` to the command.');
  else if (!response.whole && response.status) {
    sentences.push('The other headers of the response. WWW-Authenticate is the most useful one.');
  }
  if (mayHideCredentials) {
    sentences.push(
      'Whether credentials and cookies were sent: browsers leave them out of a HAR unless asked to keep them.',
    );
  }
  const value = fieldOf(request, 'Authorization')?.value ?? '';
  if (value && isRedacted(value.replace(/^\S+ +/, ''))) {
    sentences.push(
      'What is in the token: it is hidden in the paste, which is right. Its times and audience can be read only in the whole token.',
    );
  }
  return sentences;
}
