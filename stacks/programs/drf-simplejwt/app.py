"""Django REST framework with signed tokens, by simplejwt."""
import os

import django
from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application

settings.configure(
    ALLOWED_HOSTS=["stacks.example"],
    SECRET_KEY="toy-secret-key-that-opens-nothing-else-0123456789",
    ROOT_URLCONF=__name__,
    INSTALLED_APPS=[
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "rest_framework",
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
        "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework_simplejwt.authentication.JWTAuthentication"],
    },
    SIMPLE_JWT={
        "SIGNING_KEY": "a-toy-secret-that-opens-nothing-else-0123456789",
        "AUDIENCE": "https://api.example",
        "ISSUER": "https://login.example",
    },
)
django.setup()

from django.contrib.auth.models import User  # noqa: E402
from django.http import Http404  # noqa: E402
from django.urls import path  # noqa: E402
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


urlpatterns = [
    path("private", Private.as_view()),
    path("admin", Admin.as_view()),
    path("hidden", Hidden.as_view()),
]

if not os.path.exists(os.environ["DIR"] + "/db"):
    call_command("migrate", verbosity=0)
    User.objects.create_superuser("ada", password="toy-teapot")
    User.objects.create_user("grace", password="toy-kettle")

application = get_wsgi_application()
