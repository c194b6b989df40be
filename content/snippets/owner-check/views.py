from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from .models import Draft

# login_required leads a stranger to the sign-in page, with 302.
@login_required
def draft(request, pk):
    # Asking for the owner in the query answers 404 for the drafts
    # of others, as if they did not exist.
    found = get_object_or_404(Draft, pk=pk, owner=request.user)
    return JsonResponse({'title': found.title})
