import hmac, json, os
import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

# Leave the default out of your program: everybody knows it.
secret = os.environ.get('WEBHOOK_SECRET', 'toy-secret').encode()
app = FastAPI()

@app.post('/webhook')
async def webhook(request: Request):
    # No model as a parameter: FastAPI would parse the body first.
    body = await request.body()
    own = 'sha256=' + hmac.new(secret, body, 'sha256').hexdigest()
    sent = request.headers.get('X-Hub-Signature-256', '')
    if not hmac.compare_digest(own.encode(), sent.encode()):
        challenge = {'WWW-Authenticate': 'HMAC-SHA256 realm="webhook"'}  # our own scheme
        return JSONResponse({'error': 'The signature does not match.'}, 401, challenge)
    return {'received': json.loads(body)}

if __name__ == '__main__':
    uvicorn.run(app, port=int(os.environ.get('PORT', 8080)))
