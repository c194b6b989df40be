import os
import requests

url = os.environ['DOORMAN']
login = {'username': os.environ['USERNAME'], 'password': os.environ['PASSWORD']}

# requests.get forgets the cookie, a Session keeps it.
with requests.Session() as session:
    session.post(url + '/login', json=login).raise_for_status()
    # The cookie is Secure, and requests does not send it over http.
    # Use this loop for http://localhost only, not with https.
    for cookie in session.cookies:
        cookie.secure = False
    print(session.get(url + '/').status_code)
