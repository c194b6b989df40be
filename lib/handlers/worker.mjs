// The worker in which a learner's code runs, as app/handler-worker.js serves it: with a policy of its own, which lets it
// evaluate text and reach nothing. What a worker could reach the outside with is taken away besides, and so is the way to
// send messages: code can answer the request that it was asked, and nothing else. It never learns what is right.

(() => {
  const scope = globalThis;
  const send = scope.postMessage.bind(scope);
  // A call of the name would be of the scope of this function; a call by another name is of the whole worker.
  const evaluate = scope.eval;
  const { apply, defineProperty, deleteProperty, getPrototypeOf, ownKeys } = Reflect;
  const { freeze, entries, values } = Object;
  const { isArray } = Array;
  const text = String;
  const slice = (value, length) => apply(String.prototype.slice, value, [0, length]);
  const lowerCase = String.prototype.toLowerCase;
  const push = Array.prototype.push;
  const most = { fields: 32, text: 16_384, printed: 20, line: 500 };

  // What a program may use: the language, and what turns text into other text.
  const allowed = new Set([
    ...[
      'globalThis',
      'undefined',
      'NaN',
      'Infinity',
      'eval',
      'Object',
      'Function',
      'Array',
      'String',
      'Number',
    ],
    ...['Boolean', 'Symbol', 'BigInt', 'Math', 'JSON', 'Date', 'RegExp', 'Map', 'Set', 'WeakMap', 'WeakSet'],
    ...['Error', 'AggregateError', 'EvalError', 'RangeError', 'ReferenceError', 'SyntaxError', 'TypeError'],
    ...['URIError', 'Promise', 'Proxy', 'Reflect', 'Iterator', 'ArrayBuffer', 'DataView', 'Uint8Array'],
    ...['Int8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array'],
    ...['isNaN', 'isFinite', 'parseInt', 'parseFloat', 'encodeURI', 'encodeURIComponent', 'decodeURI'],
    ...['decodeURIComponent', 'escape', 'unescape', 'atob', 'btoa', 'TextEncoder', 'TextDecoder', 'URL'],
    ...['URLSearchParams'],
  ]);

  let decide;
  let printed = [];

  scope.addEventListener('message', ({ data }) => {
    if (data.program === undefined) answer(data);
    else begin(data);
  });
  send(['loaded']);

  /** Takes the outside away, gives the program its constants, and runs it once. */
  function begin({ program, given }) {
    strip();
    scope.console = freeze({ log: print, info: print, warn: print, error: print, debug: print });
    for (const [name, value] of entries(given)) {
      defineProperty(scope, name, { value: frozen(value), enumerable: true });
    }
    try {
      decide = evaluate(
        `(() => { 'use strict'; ${program}\nreturn typeof decide === 'function' ? decide : undefined; })()\n//# sourceURL=handler.js`,
      );
    } catch (error) {
      send(['broken', `The program does not run: ${described(error)}`]);
      return;
    }
    if (decide) send(['ready']);
    else send(['broken', 'The program has no function called decide.']);
  }

  function strip() {
    for (let owner = scope; owner && owner !== Object.prototype; owner = getPrototypeOf(owner)) {
      for (const key of ownKeys(owner)) {
        if (allowed.has(key) || typeof key === 'symbol' || key === 'constructor') continue;
        if (!deleteProperty(owner, key)) defineProperty(owner, key, { value: undefined });
      }
    }
  }

  function answer({ id, request }) {
    printed = [];
    let result;
    try {
      result = decide(requestOf(request));
    } catch (error) {
      fail(id, `threw ${described(error)}`);
      return;
    }
    try {
      const read = responseOf(result);
      if (typeof read === 'string') fail(id, read);
      else send(['returned', id, printed, read.status, read.fields, read.body]);
    } catch (error) {
      fail(id, `returned a response that cannot be read: ${described(error)}`);
    }
  }

  function fail(id, words) {
    send(['failed', id, printed, slice(words, most.line)]);
  }

  function requestOf({ method, target, fields }) {
    const mark = target.indexOf('?');
    return freeze({
      method,
      path: mark < 0 ? target : target.slice(0, mark),
      query: mark < 0 ? '' : target.slice(mark + 1),
      headers: frozen(fields),
      /** The value of a header; of several lines all, with a comma and a space between (RFC 9110 §5.2). */
      header(name) {
        const lookedFor = apply(lowerCase, text(name), []);
        const lines = fields.filter((field) => apply(lowerCase, field[0], []) === lookedFor);
        return lines.length ? lines.map((field) => field[1]).join(', ') : undefined;
      },
    });
  }

  /** The parts of a response as plain values, or why it is none. */
  function responseOf(result) {
    if (typeof result !== 'object' || result === null)
      return `returned ${kindOf(result)} in place of a response`;
    if (typeof result.then === 'function') return 'returned a promise; here a response is returned at once';
    const { status, headers = {}, body = '' } = result;
    if (typeof status !== 'number') return `returned a response whose status is ${kindOf(status)}`;
    if (typeof body !== 'string') return `returned a body that is ${kindOf(body)}, and not text`;
    if (typeof headers !== 'object' || headers === null)
      return `returned headers that are ${kindOf(headers)}`;
    if (body.length > most.text) return `returned a body of more than ${most.text} characters`;
    const fields = [];
    for (const [name, value] of isArray(headers) ? headers : entries(headers)) {
      for (const line of isArray(value) ? value : [value]) {
        if (typeof name !== 'string' || (typeof line !== 'string' && typeof line !== 'number')) {
          return `returned a header ${slice(text(name), 40)} whose value is ${kindOf(line)}`;
        }
        if (name.length + text(line).length > most.text / most.fields)
          return 'returned a header that is too long';
        apply(push, fields, [name, text(line)]);
        if (fields.length > most.fields * 2) return `returned more than ${most.fields} headers`;
      }
    }
    return { status, fields, body };
  }

  function print(...parts) {
    if (printed.length >= most.printed) return;
    const words = parts.map((part) => {
      if (typeof part === 'string') return part;
      try {
        return JSON.stringify(part) ?? kindOf(part);
      } catch {
        return kindOf(part);
      }
    });
    apply(push, printed, [slice(words.join(' '), most.line)]);
  }

  function frozen(value) {
    if (typeof value === 'object' && value !== null) for (const part of values(freeze(value))) frozen(part);
    return value;
  }

  function kindOf(value) {
    if (value === null || value === undefined) return text(value);
    return isArray(value) ? 'a list' : `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`;
  }

  function described(error) {
    try {
      const words =
        typeof error === 'object' && error !== null ? `${error.name}: ${error.message}` : text(error);
      return slice(words, 300);
    } catch {
      return 'something that has no words';
    }
  }
})();
