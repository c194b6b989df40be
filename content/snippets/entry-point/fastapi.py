# Before FastAPI 0.122.0. Later versions answer 401 without this.
from fastapi import Depends, HTTPException
from fastapi.security import HTTPBearer

bearer = HTTPBearer(auto_error=False)
challenge = {"WWW-Authenticate": 'Bearer realm="drafts"'}


def token(sent=Depends(bearer)):
    if sent is None:
        raise HTTPException(401, "Not authenticated", challenge)
    return sent.credentials
