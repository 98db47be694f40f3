"""Django as a plain WSGI callable, for the edge and for any other server. Loading it starts Django."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "doithoai.config.settings")
application = get_wsgi_application()
