"""FastAPI with a signed token, read by HTTPBearer or by OAuth2PasswordBearer."""
import os
from typing import Any

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import HTTPBearer, OAuth2PasswordBearer

app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
scheme = HTTPBearer() if os.environ["VARIANT"] == "default" else OAuth2PasswordBearer(tokenUrl="token")


def user(sent: Any = Depends(scheme)):
    token = sent if isinstance(sent, str) else sent.credentials
    try:
        return jwt.decode(
            token,
            "a-toy-secret-that-opens-nothing-else-0123456789",
            algorithms=["HS256"],
            audience="https://api.example",
            issuer="https://login.example",
        )
    except jwt.InvalidTokenError:
        raise HTTPException(401, "Could not validate credentials", {"WWW-Authenticate": "Bearer"})


@app.get("/private")
def private(claims: dict = Depends(user)):
    return "Come in."


@app.get("/admin")
def admin(claims: dict = Depends(user)):
    if claims["sub"] != "ada":
        raise HTTPException(403)
    return "Come in."


@app.get("/hidden")
def hidden(claims: dict = Depends(user)):
    if claims["sub"] != "ada":
        raise HTTPException(404)
    return "Come in."
