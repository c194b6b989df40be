# CsrfViewMiddleware is in MIDDLEWARE unless you took it out. A form
# brings the token with {% csrf_token %}, a script in X-CSRFToken, read
# from the cookie csrftoken. It runs before the view: without a token
# the answer is 403, also for somebody whose session has ended.
from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

@require_POST
def transfer(request):
    if not request.user.is_authenticated:
        response = HttpResponse(status=401)
        response['WWW-Authenticate'] = 'Session realm="desk"'
        return response
    return JsonResponse({'moved': '1 teapot'})
