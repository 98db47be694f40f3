"""Every setting of the product, each with a default that runs on one laptop. Words for people: `docs/settings.md`.

No value is read from the environment except through `env.py`; no branch on the kind of machine.
"""

from pathlib import Path

from doithoai.config import env, hosts, storage

HOUSE = Path(__file__).resolve().parents[2]
PACKAGE = HOUSE / "doithoai"

# Where the data lives: database, secret key, files, cache.
DATA = env.folder("DOITHOAI_DATA", HOUSE / "data")
FILES = DATA / "files"
CACHE = DATA / "cache"
MEDIA_ROOT = FILES

SECRET_KEY = env.secret("DOITHOAI_SECRET_KEY", DATA / "secret-key")
DEBUG = env.flag("DOITHOAI_DEBUG")
HTTPS = env.flag("DOITHOAI_HTTPS")
ALLOWED_HOSTS = env.listed("DOITHOAI_HOSTS", hosts.of_this_machine())
CSRF_TRUSTED_ORIGINS = env.listed("DOITHOAI_ORIGINS")

AUDIENCES = ("portal", "desk", "hall", "watch", "api")
STAGES = (
    "people",
    "rulebook",
    "plans",
    "duties",
    "opinions",
    "conference",
    "answers",
    "documents",
    "notices",
    "oversight",
)

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "doithoai.config.apps.ConfigConfig",
    "doithoai.base",
    *(f"doithoai.stages.{stage}.apps.{stage.title()}Config" for stage in STAGES),
]

MIDDLEWARE = [
    "doithoai.config.middleware.LogRequest",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "doithoai.config.middleware.PrivateUnlessPublic",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "doithoai.config.middleware.LanguageByChoice",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "doithoai.config.urls"
WSGI_APPLICATION = "doithoai.config.wsgi.application"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PACKAGE / "web" / audience / "templates" for audience in ("ui", *AUDIENCES)],
        "OPTIONS": {
            "environment": "doithoai.web.ui.jinja.environment",
            "auto_reload": env.flag("DOITHOAI_DEBUG"),
        },
    }
]
TEMPLATES_STRICT = env.flag("DOITHOAI_TEMPLATES_STRICT")
SHOW_GALLERY = env.flag("DOITHOAI_GALLERY")
TEMPLATE_CACHE_DIR = CACHE / "templates"

DATABASES = {"default": storage.database(DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# People who sign in.
AUTH_USER_MODEL = "people.User"
PASSWORD_HASHERS = ["doithoai.config.passwords.OfficeArgon2"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": env.whole("DOITHOAI_PASSWORD_LENGTH", 10)},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "/dang-nhap/"
LOGIN_REDIRECT_URL = "/ban-lam-viec/"
LOGOUT_REDIRECT_URL = "/"

SESSION_COOKIE_AGE = env.whole("DOITHOAI_SESSION_HOURS", 10) * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = HTTPS
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = HTTPS
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# What a browser may do with our pages. Everything comes from this server, nothing inline, nothing framed.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'", "data:"],  # one face is written into the citizens' style sheet
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_SSL_REDIRECT = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
X_FRAME_OPTIONS = "DENY"
# Whether a commune's other subdomains are HTTPS only is not ours to promise to browsers.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
CSRF_FAILURE_VIEW = "doithoai.config.failures.csrf_failure"

# How much one request may carry. The edge cuts a whole request at MAX_BODY_BYTES before Django sees it.
MAX_BODY_BYTES = env.whole("DOITHOAI_MAX_UPLOAD_MB", 55) * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1500
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700

# Language and time.
LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [HOUSE / "locale"]
USE_I18N = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

# Style sheets, fonts, scripts: beside their audience, gathered under hashed names by `doithoai collect`.
STATIC_URL = "/static/"
STATIC_ROOT = env.folder("DOITHOAI_STATIC", HOUSE / "static-built")
STATICFILES_DIRS = [
    folder for folder in (PACKAGE / "web" / audience / "static" for audience in ("ui", *AUDIENCES)) if folder.is_dir()
]
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
STATIC_IS_BUILT = (STATIC_ROOT / "staticfiles.json").is_file()
GATHERED_STATIC = "doithoai.config.gathered.GatheredStatic"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": GATHERED_STATIC if STATIC_IS_BUILT else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not STATIC_IS_BUILT
WHITENOISE_MANIFEST_STRICT = True

# Real rule packs and sample plans that come with the product.
RULEBOOKS = HOUSE / "rulebooks"
SAMPLES = HOUSE / "samples"

LOGGING_CONFIG = None
LOG_LEVEL = env.one_of("DOITHOAI_LOG", ("debug", "info", "warning", "error"), "info")
