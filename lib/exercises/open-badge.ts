/**
 * A badge in the form of Open Badges 3.0: a verifiable credential whose JSON is the payload of a JWT (Open Badges 3.0,
 * JSON Web Token Proof Format).
 */

/** One incident as a badge has it; `solved` is ISO 8601. */
export interface Evidence {
  readonly path: string;
  readonly cause: string;
  readonly solved: string;
}

/** What a badge is for. */
export interface Achieved {
  /** The slug of the exam. */
  readonly exam: string;
  readonly title: string;
  readonly evidence: readonly Evidence[];
}

/** The names of one badge: URIs that say nothing of the attempt. */
export interface BadgeNames {
  readonly credential: string;
  readonly subject: string;
}

/** Where the public key with this thumbprint is, at `origin`: the header of a badge names it. */
export const keyUrl = (origin: string, thumbprint: string) =>
  `${origin}/.well-known/badge-keys/${thumbprint}`;

/**
 * The claims of a badge that `origin` gives at `at`. The registered claims repeat members of the credential, and a
 * verifier compares them: `iss`, `jti`, `sub` and `nbf`.
 */
export function openBadge(origin: string, { exam, title, evidence }: Achieved, names: BadgeNames, at: Date) {
  const seconds = Math.floor(at.getTime() / 1000);
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: names.credential,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: title,
    issuer: { id: origin, type: ['Profile'], name: 'Doorman', url: origin },
    validFrom: new Date(seconds * 1000).toISOString().replace('.000Z', 'Z'),
    credentialSubject: {
      id: names.subject,
      type: ['AchievementSubject'],
      achievement: {
        id: `${origin}/sandbox/${exam}`,
        type: ['Achievement'],
        name: title,
        description:
          'Incidents of HTTP authentication and authorization, each solved with a request that got through.',
        criteria: {
          narrative:
            'Each incident is a request that was refused with 4xx. It is solved once a corrected request gets 200.',
        },
      },
    },
    evidence: evidence.map(({ path, cause, solved }) => ({
      type: ['Evidence'],
      name: path,
      description: cause,
      narrative: `Solved at ${solved}`,
    })),
    iss: origin,
    jti: names.credential,
    sub: names.subject,
    nbf: seconds,
  };
}

/** Sixteen octets as a UUID of version 8, whose bits are the maker’s own affair (RFC 9562 §5.8). */
export function uuidOf(octets: Uint8Array): string {
  const bytes = Uint8Array.from(octets.slice(0, 16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}
