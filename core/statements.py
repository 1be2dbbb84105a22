"""Statements that Django writes once: writing one takes it five times as long as PostgreSQL takes to answer it (docs/adr/0043)."""
import functools
from copy import copy

from django.core.exceptions import ImproperlyConfigured
from django.db import connections
from django.db.models import BigIntegerField, BooleanField, Expression, F, Func, Value

from core.tenancy import Ownership
from core.walls import tenant_models

LIMIT = 128                                     # statements of one kind that are kept


class Blank(Expression):
    """Where a value of each question stands: `filter(number=Blank("number"))`."""

    def __init__(self, name):
        super().__init__()
        self.name = name

    def as_sql(self, compiler, connection):
        return "%s", [self]


class Statement:
    """A queryset with blanks. Only of what is public: the door of every other table writes into it at which agency it was made."""

    def __init__(self, queryset):
        self.queryset, self.compiler = queryset, queryset.query.get_compiler(using=queryset.db)
        self.sql, self.values = self.compiler.as_sql()
        self.converters = self.compiler.get_converters([column for column, *_rest in self.compiler.select[:self.compiler.col_count]])
        walled = [model for model in tenant_models() if model.ownership != Ownership.PUBLIC and f'"{model._meta.db_table}"' in self.sql]
        if walled:
            raise ImproperlyConfigured(f"kept for every agency, and asks for {walled[0].__name__}")

    def rows(self, start=0, most=None, **filled):
        """What the queryset would have answered, as a list; `most` of them from `start` on."""
        values = tuple([filled[value.name] if isinstance(value, Blank) else value for value in self.values])
        sql = self.sql if most is None else f"{self.sql} LIMIT {int(most)} OFFSET {int(start)}"
        queryset, compiler = self.queryset.all(), copy(self.compiler)
        compiler.connection = connections[queryset.db]                  # another thread has its own
        compiler.as_sql = lambda *args, **kwargs: (sql, values)
        compiler.get_converters = lambda columns: self.converters
        queryset.query.get_compiler = lambda *args, **kwargs: compiler
        return list(queryset)


def is_any(field, values):
    """A condition: this column has one of them, a list of numbers or a query for one. One parameter, however many they are."""
    any_of_them = Func(Value(values) if isinstance(values, list) else values, function="ANY", output_field=BigIntegerField())
    return Func(F(field), any_of_them, template="%(expressions)s", arg_joiner=" = ", output_field=BooleanField())


def written_once(made):
    """For a function that makes a queryset: what it is called with is the shape of the statement, and the answer is the Statement."""
    @functools.lru_cache(maxsize=LIMIT)
    @functools.wraps(made)
    def statement(*shape):
        return Statement(made(*shape))

    return statement
