"""Flask with Flask-HTTPAuth: passwords and tokens, either of which opens the door."""
import os

from flask import Flask, abort
from flask_httpauth import HTTPBasicAuth, HTTPTokenAuth, MultiAuth

app = Flask(__name__)
passwords = {"ada": "toy-teapot", "grace": "toy-kettle"}
tokens = {"ada-toy-token": "ada", "grace-toy-token": "grace"}
basic_auth = HTTPBasicAuth()
token_auth = HTTPTokenAuth(scheme="Bearer")
auth = MultiAuth(basic_auth, token_auth)


@basic_auth.verify_password
def verify_password(username, password):
    return username if passwords.get(username) == password else None


@token_auth.verify_token
def verify_token(token):
    return tokens.get(token)


def roles(user):
    return ["admin"] if user == "ada" else []


basic_auth.get_user_roles(roles)
token_auth.get_user_roles(roles)


@app.get("/private")
@auth.login_required
def private():
    return "Come in.\n"


@app.get("/admin")
@auth.login_required(role="admin")
def admin():
    return "Come in.\n"


@app.get("/hidden")
@auth.login_required
def hidden():
    if auth.current_user() != "ada":
        abort(404)
    return "Come in.\n"


if os.environ["VARIANT"] == "configured":

    @basic_auth.error_handler
    @token_auth.error_handler
    def refuse(status):
        return {"status": status}, status

    @app.after_request
    def challenges(response):
        if response.status_code == 401:
            response.headers.set("WWW-Authenticate", 'Bearer realm="api"')
            response.headers.add("WWW-Authenticate", 'Basic realm="api", charset="UTF-8"')
        elif response.status_code == 403:
            response.headers.remove("WWW-Authenticate")
        return response
