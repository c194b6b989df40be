import os
import requests

username, password = os.environ['USERNAME'], os.environ['PASSWORD']

# requests encodes str as Latin-1, and sends bytes as they are.
auth = (username.encode(), password.encode())
response = requests.get(os.environ['DOORMAN'] + '/', auth=auth)
print(response.status_code)
