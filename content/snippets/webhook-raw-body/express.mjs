import { createHmac, timingSafeEqual } from 'node:crypto';
import express from 'express';

// Leave the default out of your program: everybody knows it.
const secret = process.env.WEBHOOK_SECRET ?? 'toy-secret';
const app = express();

// Before express.json(), so that request.body is the bytes as they came.
app.post('/webhook', express.raw({ type: '*/*' }), (request, response) => {
  const expected = Buffer.from(
    `sha256=${createHmac('sha256', secret).update(request.body).digest('hex')}`,
  );
  const sent = Buffer.from(request.get('X-Hub-Signature-256') ?? '');
  if (expected.length !== sent.length || !timingSafeEqual(expected, sent)) {
    return response
      .status(401)
      .set('WWW-Authenticate', 'HMAC-SHA256 realm="webhook"') // our own scheme
      .json({ error: 'The signature does not match.' });
  }
  const event = JSON.parse(request.body);
  response.json({ received: event });
});

app.use(express.json());
app.listen(process.env.PORT ?? 8080);
