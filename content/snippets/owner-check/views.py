from django.contrib.auth.decorators import login_required
from django.http import JsonResponse
from django.shortcuts import get_object_or_404
from .models import Draft

# login_required sends anonymous users to the sign-in page, with 302.
@login_required
def draft(request, pk):
    # The query asks for the id and the owner together. So the drafts
    # of others get 404, like drafts that do not exist.
    found = get_object_or_404(Draft, pk=pk, owner=request.user)
    return JsonResponse({'title': found.title})
