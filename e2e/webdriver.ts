/** A small client of WebDriver (W3C): over HTTP, or over the socket of Firefox, which takes the same commands by name. */
import { connect, type Socket } from 'node:net';

type Parameters = Readonly<Record<string, unknown>>;

/** Sends one command and resolves with its value; rejects with what the browser says is wrong. */
export interface Transport {
  readonly send: (command: Command, parameters?: Parameters) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** By command: the method and path of WebDriver, and the name that Firefox has for it. */
const commands = {
  open: ['POST', '/url', 'WebDriver:Navigate'],
  reload: ['POST', '/refresh', 'WebDriver:Refresh'],
  execute: ['POST', '/execute/sync', 'WebDriver:ExecuteScript'],
  click: ['POST', '/element/{id}/click', 'WebDriver:ElementClick'],
  clear: ['POST', '/element/{id}/clear', 'WebDriver:ElementClear'],
  type: ['POST', '/element/{id}/value', 'WebDriver:ElementSendKeys'],
  perform: ['POST', '/actions', 'WebDriver:PerformActions'],
  resize: ['POST', '/window/rect', 'WebDriver:SetWindowRect'],
} as const;
export type Command = keyof typeof commands;

/** A session of the driver that listens on `port`. */
export async function overHttp(port: number): Promise<Transport> {
  const driver = `http://127.0.0.1:${port}/session`;
  const ask = async (method: string, url: string, parameters?: Parameters) => {
    const body = parameters && JSON.stringify(parameters);
    const response = await fetch(url, { method, ...(body && { body }), signal: AbortSignal.timeout(30_000) });
    const { value } = (await response.json()) as { value: { message?: string } };
    if (!response.ok) throw new Error(value?.message ?? `The driver answered ${response.status}.`);
    return value;
  };
  const session = (await ask('POST', driver, { capabilities: {} })) as {
    sessionId: string;
  };
  const base = `${driver}/${session.sessionId}`;
  return {
    send(command, { id, ...parameters } = {}) {
      const [method, path] = commands[command];
      return ask(method, base + path.replace('{id}', String(id)), parameters);
    },
    close: async () => void (await ask('DELETE', base)),
  };
}

/** A session of the Firefox that listens on `port`: each message is its length, a colon, and JSON. */
export async function overMarionette(port: number): Promise<Transport> {
  const socket = connect(port, '127.0.0.1');
  const answers = messagesOf(socket);
  await answers.next();
  let count = 0;
  let last: Promise<unknown> = Promise.resolve();
  const ask = async (name: string, parameters: Parameters) => {
    const text = JSON.stringify([0, ++count, name, parameters]);
    socket.write(`${Buffer.byteLength(text)}:${text}`);
    const { value } = await answers.next();
    const [, , error, result] = value as [1, number, { message: string } | null, { value?: unknown } | null];
    if (error) throw new Error(error.message);
    return result && 'value' in result ? result.value : result;
  };
  /** One after the other, since an answer is known by its place. */
  const inTurn = (name: string, parameters: Parameters) => {
    last = last.catch(() => {}).then(() => ask(name, parameters));
    return last;
  };
  await inTurn('WebDriver:NewSession', {});
  return {
    send: (command, parameters = {}) => inTurn(commands[command][2], parameters),
    close: async () => {
      await inTurn('WebDriver:DeleteSession', {});
      socket.destroy();
    },
  };
}

async function* messagesOf(socket: Socket): AsyncGenerator<unknown, undefined> {
  let rest = Buffer.alloc(0);
  for await (const chunk of socket) {
    rest = Buffer.concat([rest, chunk as Buffer]);
    for (let colon = rest.indexOf(':'); colon > 0; colon = rest.indexOf(':')) {
      const end = colon + 1 + Number(rest.subarray(0, colon).toString());
      if (rest.length < end) break;
      yield JSON.parse(rest.subarray(colon + 1, end).toString());
      rest = rest.subarray(end);
    }
  }
  throw new Error('Firefox closed the connection.');
}
