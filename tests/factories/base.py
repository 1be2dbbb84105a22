"""How rows for tests are made: tenant rows belong to the agency they are made within, and nobody is asked."""
import factory


class TenantFactory(factory.django.DjangoModelFactory):
    class Meta:
        abstract = True

    @classmethod
    def _get_manager(cls, model_class):
        return model_class.everything           # the stock factory asks `objects`, which asks who is asking
