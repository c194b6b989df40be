"""Starlette with the BasicAuthBackend of its documentation."""
import base64
import binascii
import os

from starlette.applications import Starlette
from starlette.authentication import AuthCredentials, AuthenticationBackend, AuthenticationError, SimpleUser, requires
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.authentication import AuthenticationMiddleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route

configured = os.environ["VARIANT"] == "configured"
passwords = {"ada": "toy-teapot", "grace": "toy-kettle"}
challenge = {"WWW-Authenticate": 'Basic realm="api", charset="UTF-8"'}


class BasicAuthBackend(AuthenticationBackend):
    async def authenticate(self, conn):
        if "Authorization" not in conn.headers:
            return None
        try:
            scheme, credentials = conn.headers["Authorization"].split()
            if scheme.lower() != "basic":
                return None
            decoded = base64.b64decode(credentials).decode("ascii")
        except (ValueError, UnicodeDecodeError, binascii.Error):
            raise AuthenticationError("Invalid basic auth credentials")
        username, _, password = decoded.partition(":")
        if passwords.get(username) != password:
            raise AuthenticationError("Invalid basic auth credentials")
        return AuthCredentials(["authenticated", *(["admin"] if username == "ada" else [])]), SimpleUser(username)


@requires("authenticated", status_code=401 if configured else 403)
async def private(request):
    return PlainTextResponse("Come in.\n")


@requires("authenticated", status_code=401 if configured else 403)
@requires("admin")
async def admin(request):
    return PlainTextResponse("Come in.\n")


@requires("authenticated", status_code=401 if configured else 403)
async def hidden(request):
    if request.user.username != "ada":
        raise HTTPException(404)
    return PlainTextResponse("Come in.\n")


def refuse(conn, error):
    return PlainTextResponse(str(error), status_code=401, headers=challenge)


async def unauthenticated(request, error):
    return PlainTextResponse("Log in first.\n", status_code=401, headers=challenge)


app = Starlette(
    routes=[Route("/private", private), Route("/admin", admin), Route("/hidden", hidden)],
    middleware=[
        Middleware(AuthenticationMiddleware, backend=BasicAuthBackend(), on_error=refuse if configured else None)
    ],
    exception_handlers={401: unauthenticated} if configured else {},
)
