import os
import requests

class Bearer(requests.auth.AuthBase):
    """Set last, so that no .netrc puts its own line in its place."""
    def __init__(self, token):
        self.token = token

    def __call__(self, request):
        request.headers['Authorization'] = f'Bearer {self.token}'
        return request

auth = Bearer(os.environ['TOKEN'])
print(requests.get(os.environ['DOORMAN'] + '/', auth=auth).status_code)
