"""What makes IRIs resolve on a web server: redirect files with content negotiation, sitemap, 404.

`.htaccess` serves the site itself with Apache, `nginx.conf` with nginx; `w3id/.htaccess` is the redirect
file for a permanent address elsewhere, as https://w3id.org/ takes them. All say 303 See Other, for most IRIs here mean things
in the world and not files: https://www.w3.org/TR/cooluris/.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterable

_KINDS = (
    ("html", r"(?:text/html|application/xhtml\+xml)"),
    ("ttl", r"(?:text/turtle|application/x-turtle)"),
    ("jsonld", r"application/(?:ld\+)?json"),
    ("rdf", r"(?:application/rdf\+xml|text/rdf)"),
)
_WEIGHTS = (  # a media type without a weight or with 1, then those that are less welcome
    r"(?:\s*;\s*(?!q=)[^;,]+)*\s*(?:;\s*q=1(?:\.0*)?\s*)?(?:,|$)",
    r"(?:\s*;\s*(?!q=)[^;,]+)*\s*;\s*q=0?\.[5-9]\d*\s*(?:,|$)",
    r"(?:\s*;\s*(?!q=)[^;,]+)*\s*;\s*q=0?\.(?:[1-4]\d*|0*[1-9]\d*)\s*(?:,|$)",
)
_MEDIA_TYPES = """AddType text/turtle .ttl
AddType application/ld+json .jsonld
AddType application/rdf+xml .rdf
AddType application/n-quads .nq
AddType application/n-triples .nt
AddType application/trig .trig
AddType application/sparql-query .rq
AddType text/csv .csv
AddType application/xml .graphml .gexf
AddType text/markdown .md
AddCharset UTF-8 .html .ttl .csv .md .rq .nt .nq .trig
"""
_NGINX_TYPES = """text/html html;
text/css css;
text/javascript js;
text/turtle ttl;
text/csv csv;
text/markdown md;
text/plain txt sha256;
image/svg+xml svg;
image/png png;
application/ld+json jsonld;
application/json json;
application/rdf+xml rdf;
application/n-quads nq;
application/n-triples nt;
application/trig trig;
application/sparql-query rq;
application/xml xml graphml gexf;
application/zip zip;
application/gzip gz;"""
_HEADERS = """<IfModule mod_headers.c>
  Header always set Access-Control-Allow-Origin "*"
  Header always merge Vary "Accept"
</IfModule>
"""


def site_htaccess(site_url: str) -> str:
    """Return the file with which Apache serves the site: types, CORS, an IRI to the form that is asked for."""
    root = urlsplit(site_url).path.rstrip("/") + "/"
    lines = ["# Apache 2.4 with mod_rewrite, mod_mime, mod_headers; written by kg export --site", "Options -MultiViews -Indexes"]
    lines += ["DirectoryIndex index.html", "DirectorySlash Off", _MEDIA_TYPES + _HEADERS + f"ErrorDocument 404 {root}404.html"]
    lines += ["RewriteEngine On", f"RewriteBase {root}", "", "# Files are served as they are, the folders with a list by their list."]
    lines += ["RewriteCond %{REQUEST_FILENAME} -f", "RewriteRule ^ - [L]", "RewriteRule ^$ index.html [L]"]
    lines += [
        r"RewriteCond %{REQUEST_FILENAME}/index.html -f",
        r"RewriteRule ^(.*[^/])$ $1/ [R=301,L]",
        r"RewriteCond %{REQUEST_FILENAME}index.html -f",
    ]
    lines += ["RewriteRule ^(.+)/$ $1/index.html [L]", "", "# Any other IRI goes to the form that is asked for, HTML if none is."]
    return "\n".join(lines + _negotiation("", exists="%{REQUEST_FILENAME}")) + "\n"


def nginx_conf(site_url: str) -> str:
    """Return the lines with which nginx serves the site, to be included in a `server` block.

    Every condition only sets a variable or returns, which is safe in nginx; the last that holds wins,
    so the least welcome form comes first.
    """
    root = urlsplit(site_url).path.rstrip("/") + "/"
    headers = ["add_header Access-Control-Allow-Origin * always;", "add_header Vary Accept always;", f"error_page 404 {root}404.html;"]
    lines = ["# nginx; written by kg export --site. Include it in the server block whose root has the site as its folder", f"# {root} :"]
    lines += ["#   server { root /srv/www; include /srv/www" + root + "nginx.conf; … }", "", "# The form that is asked for, HTML if none is."]
    lines += ["set $kg_form html;"]
    for weight in reversed(_WEIGHTS):
        lines += [f'if ($http_accept ~* "(?:^|,)\\s*{media}{weight}") {{ set $kg_form {ending}; }}' for ending, media in reversed(_KINDS)]
    lines += ["set $kg_file $uri;", 'if ($uri ~ "^(.*[^/])/?$") { set $kg_file $1; }', "set $kg_path $uri;"]
    lines += [f'if ($request_uri ~ "^((?!//){re.escape(root)}[^?]*[^?/])/?(?:[?].*)?$") {{ set $kg_path $1; }}', ""]
    lines += [f"location ^~ {root} {{", *_indented(["charset utf-8;", "charset_types text/turtle text/csv text/markdown application/n-quads;"])]
    lines += _indented(["types {", *_indented(_NGINX_TYPES.splitlines()), "}", *headers, "location ~ /$ { try_files ${uri}index.html @kg; }"])
    lines += [*_indented(["location ~ nginx\\.conf$ { return 404; }", "try_files $uri @kg;"]), "}", ""]
    lines += ["# A folder with a list goes to its list, any other IRI to its form.", "location @kg {", *_indented(headers)]
    lines += ['  if (-f "$document_root$uri/index.html") { return 301 $kg_path/; }']
    for form in ("$kg_form", "html", "ttl"):
        lines += [f'  if (-f "$document_root${{kg_file}}.{form}") {{ return 303 $kg_path.{form}; }}']
    return "\n".join([*lines, "  return 404;", "}"]) + "\n"


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"  {line}" for line in lines]


def w3id_htaccess(base: str, site_url: str) -> str:
    """Return the redirect file for the permanent address of the IRIs, to be put at that address."""
    lines = [
        f"# {base} redirects to {site_url}",
        "# Written by kg export --site. Put it into the folder of the permanent address (for w3id.org: uneg/.htaccess).",
        "Options -MultiViews",
        'Header always set Access-Control-Allow-Origin "*"',
        'Header always merge Vary "Accept"',
        "RewriteEngine On",
        "",
        "# The home page, lists, and files that already say their form.",
        f"RewriteRule ^$ {site_url} [R=302,L]",
        f"RewriteRule ^([a-z-]+/)$ {site_url}$1 [R=302,L]",
        rf"RewriteRule ^(.+\.(?:html|ttl|jsonld|rdf|nt|nq|trig|csv|json|md|rq|zip|gz|graphml|gexf|xml|sha256))$ {site_url}$1 [R=302,L]",
        "",
        "# An IRI goes to the form that is asked for, HTML if none is.",
    ]
    return "\n".join(lines + _negotiation(site_url, exists="")) + "\n"


def _negotiation(target: str, exists: str) -> list[str]:
    lines = []
    for weight in _WEIGHTS:
        for ending, media in _KINDS:
            lines += [rf"RewriteCond %{{HTTP_ACCEPT}} (?:^|,)\s*{media}{weight} [NC]", *_redirect(target, ending, exists)]
    return lines + _redirect(target, "html", exists) + (_redirect(target, "ttl", exists) if exists else [])


def _redirect(target: str, ending: str, exists: str) -> list[str]:
    rule = rf"RewriteRule ^(.+?)/?$ {target}$1.{ending} [R=303,L]"
    return [f"RewriteCond {exists}.{ending} -f", rule] if exists else [rule]


def sitemap(site_url: str, paths: Iterable[str], date: str) -> bytes:
    """Return the list of pages for search engines: https://www.sitemaps.org/protocol.html."""
    when = f"<lastmod>{date}</lastmod>" if date else ""
    rows = "".join(f"  <url><loc>{escape(site_url + re.sub('index.html$', '', path))}</loc>{when}</url>\n" for path in paths)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{rows}</urlset>\n".encode()


def robots(site_url: str) -> bytes:
    """Return the file that shows the sitemap to search engines."""
    return f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n".encode()
