import os
from base64 import b64encode  # encodebytes wraps and adds a line feed
import requests

# A password that was read from a file brings the line feed of its end.
password = os.environ['PASSWORD'].removesuffix('\n')
pair = f"{os.environ['USERNAME']}:{password}"

credentials = b64encode(pair.encode()).decode()
fields = {'Authorization': f'Basic {credentials}'}
print(requests.get(os.environ['DOORMAN'] + '/', headers=fields).status_code)
