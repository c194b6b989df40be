import hmac, os
from flask import Flask, request

# Leave the default out of your program: everybody knows it.
secret = os.environ.get('WEBHOOK_SECRET', 'toy-secret').encode()
app = Flask(__name__)

@app.post('/webhook')
def webhook():
    # get_data before anything reads request.json or request.form.
    body = request.get_data()
    own = 'sha256=' + hmac.new(secret, body, 'sha256').hexdigest()
    sent = request.headers.get('X-Hub-Signature-256', '')
    if not hmac.compare_digest(own.encode(), sent.encode()):
        challenge = {'WWW-Authenticate': 'HMAC-SHA256 realm="webhook"'}  # our own scheme
        return {'error': 'The signature does not match.'}, 401, challenge
    return {'received': request.get_json()}

if __name__ == '__main__':
    app.run(port=int(os.environ.get('PORT', 8080)))
