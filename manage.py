"""Django's commands. Those that change the schema act as the database's owner; everything else as the walled role."""
import os
import sys

from django.core.management import execute_from_command_line

from ops import local

AS_OWNER = {"migrate", "flush", "sqlmigrate"}

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    if sys.argv[1:2] and sys.argv[1] in AS_OWNER:
        os.environ.setdefault("DATABASE_AS", "owner")
    local.lend()
    execute_from_command_line(sys.argv)
