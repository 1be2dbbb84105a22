"""What everybody may ask: whether a receipt is real."""
from django.urls import path

from evaluations.views import receipt

urlpatterns = [path("verify/receipt/", receipt.verify_receipt, name="verify_receipt")]
