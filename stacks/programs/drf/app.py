"""Django REST framework with the authentication classes that it brings by default."""
import os

import django
from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application

variant = os.environ["VARIANT"]
classes = {
    # What stands in its settings: sessions first.
    "default": ["SessionAuthentication", "BasicAuthentication"],
    "basic": ["BasicAuthentication", "SessionAuthentication"],
    "token": ["TokenAuthentication"],
}
settings.configure(
    ALLOWED_HOSTS=["stacks.example"],
    SECRET_KEY="toy-secret-key-that-opens-nothing-else-0123456789",
    ROOT_URLCONF=__name__,
    INSTALLED_APPS=[
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "rest_framework",
        "rest_framework.authtoken",
    ],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.environ["DIR"] + "/db"}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
    ],
    REST_FRAMEWORK={
        "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
        "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication." + name for name in classes[variant]],
    },
)
django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.http import Http404  # noqa: E402
from django.urls import path  # noqa: E402
from rest_framework.authtoken.models import Token  # noqa: E402
from rest_framework.permissions import IsAdminUser, IsAuthenticated  # noqa: E402
from rest_framework.response import Response  # noqa: E402
from rest_framework.views import APIView  # noqa: E402


class Private(APIView):
    permission_classes = [IsAuthenticated]

    def get(self, request):
        return Response("Come in.")


class Admin(Private):
    permission_classes = [IsAdminUser]


class Hidden(Private):
    def get(self, request):
        if not request.user.is_staff:
            raise Http404
        return Response("Come in.")


class Login(APIView):
    """A login for sessions, which Django's own form would be elsewhere."""

    authentication_classes = []

    def post(self, request):
        from django.contrib.auth import authenticate, login

        user = authenticate(username=request.data["username"], password=request.data["password"])
        if user is None:
            return Response("No.", status=400)
        login(request._request, user)
        return Response("Come in.")


class Transfer(Private):
    def post(self, request):
        return Response("Done.")


urlpatterns = [
    path("private", Private.as_view()),
    path("admin", Admin.as_view()),
    path("hidden", Hidden.as_view()),
    path("login", Login.as_view()),
    path("transfer", Transfer.as_view()),
]

if not os.path.exists(os.environ["DIR"] + "/db"):
    call_command("migrate", verbosity=0)
    Token.objects.create(user=User.objects.create_superuser("ada", password="toy-teapot"), key="ada-toy-token")
    Token.objects.create(user=User.objects.create_user("grace", password="toy-kettle"), key="grace-toy-token")

application = get_wsgi_application()
