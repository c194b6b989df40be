/** What the reader runs, as far as the paste shows it: its fix is shown first. */
const stacks: readonly (readonly [name: string, pattern: RegExp])[] = [
  [
    'Django REST framework',
    /rest_framework|Authentication credentials were not provided|djangorestframework/i,
  ],
  ['Django', /\bdjango\b|csrfmiddlewaretoken|CSRF verification failed/i],
  ['FastAPI', /\bfastapi\b|\buvicorn\b|"detail":\s?"Not authenticated"/i],
  ['Flask', /\bflask\b|\bwerkzeug\b/i],
  ['Laravel', /\blaravel\b|Illuminate\\|XSRF-TOKEN|laravel_session/i],
  ['Spring', /springframework|spring security|\bJSESSIONID\b|o\.s\.(?:s|security)/i],
  ['ASP.NET Core', /Microsoft\.AspNetCore|\bIDX\d{5}\b|\.AspNetCore\.|Kestrel/i],
  ['Rails', /ActionController|\brails\b|InvalidAuthenticityToken/i],
  ['NestJS', /\bnestjs\b|@nestjs|UnauthorizedException/i],
  ['Express', /\bX-Powered-By: Express\b|express-jwt|node_modules\/express/i],
  ['axios', /AxiosError|\baxios\b|Request failed with status code \d{3}/i],
  ['Python requests', /requests\.exceptions|python-requests|\d{3} Client Error: /i],
  ['Go', /Go-http-client|\bgo1\.\d|net\/http:/i],
  ['nginx', /^server: (?:nginx|openresty)|<center>nginx|\bnginx\b.{0,200}\[error\]|directory index of/im],
  ['Apache', /^server: apache|<address>Apache|\bAH\d{5}\b/im],
  ['IIS', /Microsoft-IIS|\b40[13]\.\d{1,2} - /i],
  ['Kubernetes', /\bkubectl\b|system:anonymous|system:serviceaccount/i],
  ['Docker', /\bdocker\b|registry-1\.docker\.io/i],
  ['npm', /\bnpm (?:ERR!|error)|registry\.npmjs\.org/i],
  ['AWS', /\.amazonaws\.com|x-amz(?:n)?-|AccessDenied|botocore/i],
  // Whoever describes it in words names the server alone.
  ['Traefik', /\btraefik\b/i],
  ['Caddy', /\bcaddy(?:file)?\b/i],
  ['nginx', /\bnginx\b/i],
  ['Apache', /\bapache2?\b/i],
];

/** What snippets are called by, in the words of their titles and of `stacks`; the narrow ones first. */
const names = [
  'fastapi',
  'django',
  'flask',
  'laravel',
  'spring',
  'asp.net',
  'rails',
  'nestjs',
  'express',
  'next',
  'axios',
  'requests',
  'fetch',
  'curl',
  'nginx',
  'apache',
  'caddy',
  'traefik',
  'iis',
  'python',
  'node',
  'php',
  'go',
];

/** The short name of the stack that a title names, such as `django` for “Django REST”; undefined where it names none. */
export function stackNamed(title: string): string | undefined {
  const words = title.toLowerCase().split(/[ ,]+/);
  return names.find((name) => words.includes(name))?.replace('.', '-');
}

/** The name of the stack whose words stand in the beginning of `text`, or undefined. */
export function stackIn(text: string): string | undefined {
  const start = text.slice(0, 100_000);
  return stacks.find(([, pattern]) => pattern.test(start))?.[0];
}
