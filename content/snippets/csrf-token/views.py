# CsrfViewMiddleware is in MIDDLEWARE by default. A form sends the token
# with {% csrf_token %}; a script reads the cookie csrftoken and sends its
# value in X-CSRFToken. The check runs before the view: without a token
# the answer is 403, even if the session has ended.
from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

@require_POST
def transfer(request):
    if not request.user.is_authenticated:
        response = HttpResponse(status=401)
        response['WWW-Authenticate'] = 'Session realm="desk"'
        return response
    return JsonResponse({'moved': '1 teapot'})
