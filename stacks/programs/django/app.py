"""Django with sessions, login_required and the CSRF middleware, as startproject sets them up."""
import os
import sys

import django
from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application

configured = os.environ["VARIANT"] == "configured"
settings.configure(
    ALLOWED_HOSTS=["stacks.example"],
    SECRET_KEY="toy-secret-key-that-opens-nothing-else-0123456789",
    ROOT_URLCONF=__name__,
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.environ["DIR"] + "/db"}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    PASSWORD_HASHERS=["django.contrib.auth.hashers.PBKDF2PasswordHasher"],
    LOGIN_REDIRECT_URL="/private",
    LOGIN_URL="/login",
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {
                "loaders": [
                    (
                        "django.template.loaders.locmem.Loader",
                        {"registration/login.html": "<form method=post>{% csrf_token %}{{ form.as_p }}</form>"},
                    )
                ]
            },
        }
    ],
)
django.setup()

from django.contrib.auth.decorators import login_required, permission_required  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.contrib.auth.views import LoginView  # noqa: E402
from django.http import Http404, HttpResponse  # noqa: E402
from django.urls import path  # noqa: E402
from django.views.decorators.http import require_http_methods, require_safe  # noqa: E402


def api_login_required(view):
    """Answers 401 with a challenge where login_required would send a browser to the login page."""

    def wrapped(request):
        if request.user.is_authenticated:
            return view(request)
        return HttpResponse("Log in first.\n", status=401, headers={"WWW-Authenticate": 'Session realm="api"'})

    return wrapped


known = api_login_required if configured else login_required
safe = require_safe if configured else (lambda view: view)


@safe
@known
def private(request):
    return HttpResponse("Come in.\n")


@safe
@known
@permission_required("auth.change_user", raise_exception=True)
def admin(request):
    return HttpResponse("Come in.\n")


@safe
@known
def hidden(request):
    if not request.user.is_superuser:
        raise Http404
    return HttpResponse("Come in.\n")


@require_http_methods(["POST"])
@known
def transfer(request):
    return HttpResponse("Done.\n")


urlpatterns = [
    path("private", private),
    path("admin", admin),
    path("hidden", hidden),
    path("transfer", transfer),
    path("login", LoginView.as_view()),
]

if not os.path.exists(os.environ["DIR"] + "/db"):
    call_command("migrate", verbosity=0)
    User.objects.create_superuser("ada", password="toy-teapot")
    User.objects.create_user("grace", password="toy-kettle")

application = get_wsgi_application()
