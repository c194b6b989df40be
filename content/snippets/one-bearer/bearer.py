import os
import requests

class Bearer(requests.auth.AuthBase):
    """Used as auth, so that a .netrc file does not replace the header."""
    def __init__(self, token):
        self.token = token

    def __call__(self, request):
        request.headers['Authorization'] = f'Bearer {self.token}'
        return request

auth = Bearer(os.environ['TOKEN'])
print(requests.get(os.environ['DOORMAN'] + '/', auth=auth).status_code)
