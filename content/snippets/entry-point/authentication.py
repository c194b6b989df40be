# Django REST framework: put this class first in
# DEFAULT_AUTHENTICATION_CLASSES.
from rest_framework.authentication import SessionAuthentication


class SessionWithChallenge(SessionAuthentication):
    # Without this method there is no challenge, and the answer is 403.
    def authenticate_header(self, request):
        return 'Session realm="drafts"'
