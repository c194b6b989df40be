import os
import requests

username, password = os.environ['USERNAME'], os.environ['PASSWORD']

# Text would be written in Latin-1; octets go as they are.
auth = (username.encode(), password.encode())
response = requests.get(os.environ['DOORMAN'] + '/', auth=auth)
print(response.status_code)
