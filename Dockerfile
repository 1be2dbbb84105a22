FROM python:3.11-slim

RUN apt-get update \
    && apt-get install -y --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-nanum libmagic1 \
    && rm -rf /var/lib/apt/lists/*

WORKDIR /srv/poom
COPY requirements-production.txt ./
RUN pip install --no-cache-dir --require-hashes -r requirements-production.txt

COPY . .
ENV PYTHONUNBUFFERED=1 \
    DJANGO_SETTINGS_MODULE=config.settings \
    HOME=/tmp \
    STATIC_ROOT=/srv/static \
    MEDIA_ROOT=/srv/media \
    SIGNING_DIR=/srv/signing
# Translations and static files are made once, here; the key is for this step alone and signs nothing.
RUN python ops/setup.py translations \
    && SECRET_KEY=only-while-the-image-is-built python manage.py collectstatic --no-input -v 0 \
    && useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin poom \
    && install -d -o poom -g poom -m 0700 /srv/media /srv/signing

USER poom
EXPOSE 8000
# These threads only receive; the database's connections are those of SERVED_AT_ONCE, 4 a worker.
CMD ["granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", "--no-ws", "--respawn-failed-workers", \
     "--workers", "2", "--blocking-threads", "256", "config.wsgi:application"]
