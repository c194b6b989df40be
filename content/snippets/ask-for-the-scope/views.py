from functools import wraps
from django.http import HttpResponseForbidden, JsonResponse

def needs(scope):
    def guard(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            # A middleware has verified the token already, or sent 401.
            if scope in request.token_scopes:
                return view(request, *args, **kwargs)
            response = HttpResponseForbidden()
            response['WWW-Authenticate'] = (
                f'Bearer realm="drafts", error="insufficient_scope", scope="{scope}"')
            return response
        return guarded
    return guard

@needs('drafts:delete')
def delete_draft(request, pk):
    return JsonResponse({'deleted': pk})
