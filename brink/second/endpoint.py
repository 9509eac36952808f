"""Where the second coder is, as the analyst named it. There is no default."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from brink.errors import BadEndpoint

URL, MODEL, KEY = "BRINK_LLM_URL", "BRINK_LLM_MODEL", "BRINK_LLM_KEY"
COMPLETIONS = "/chat/completions"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server that speaks the chat completions protocol, and the model to ask there."""

    url: str
    """Of the completions themselves, ending in `/chat/completions`."""
    model: str
    key: str | None = field(default=None, repr=False)
    """Sent as a bearer token; never printed and never stored."""

    @classmethod
    def named(cls, url: str | None, model: str | None, environment: Mapping[str, str]) -> Endpoint:
        """The endpoint given by options, or else by the environment.

        Raises
        ------
        BadEndpoint
            When the address or the model is missing, or the address or the key cannot be used.
        """
        url = (url or environment.get(URL) or "").strip()
        model = (model or environment.get(MODEL) or "").strip()
        wanted = ((f"--llm-url or {URL}", url), (f"--llm-model or {MODEL}", model))
        missing = [setting for setting, value in wanted if not value]
        if missing:
            raise BadEndpoint(
                f"the second coder needs {' and '.join(missing)}: Brink knows no server of its own. "
                "Name any OpenAI-compatible one, for example --llm-url http://localhost:8080/v1 "
                f"--llm-model NAME; a key, where it wants one, goes into {KEY}"
            )
        return cls(_completions(url), model, _key(environment.get(KEY) or ""))

    @property
    def host(self) -> str:
        return urlsplit(self.url).hostname or ""

    @property
    def is_local(self) -> bool:
        """Whether the server is this machine."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def proxy(self) -> str | None:
        """Host of the proxy that the environment sets for this address; never for this machine itself."""
        parts = urlsplit(self.url)
        proxy = None if self.is_local else getproxies().get(parts.scheme)
        if not proxy or proxy_bypass(parts.netloc):
            return None
        return urlsplit(proxy if "//" in proxy else f"//{proxy}").hostname

    @property
    def where(self) -> str:
        """Where text goes, in words for the analyst."""
        if self.is_local:
            return f"{self.url} (this machine)"
        clear = "" if self.url.startswith("https:") else ", unencrypted"
        return f"{self.url}{f' through the proxy {self.proxy}' if self.proxy else ''}{clear}"


def _key(given: str) -> str | None:
    key = given.strip()
    if not key.isascii() or not key.isprintable() or " " in key:
        raise BadEndpoint(f"the key in {KEY} holds white space or signs that no key has; set it anew")
    return key or None


def _completions(url: str) -> str:
    shown = url.rpartition("@")[2]
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError as error:
        raise BadEndpoint(f"the endpoint {shown!r} is no address: {error}") from error
    if parts.username is not None or parts.password is not None:
        raise BadEndpoint(f"the endpoint holds a name or password before @{shown}; put a key into {KEY}")
    if not usable or parts.query or parts.fragment or any(ch.isspace() or not ch.isprintable() for ch in url):
        raise BadEndpoint(
            f"the endpoint cannot be {url!r}: write http:// or https://, a host and a path, "
            "without ? or #, such as http://localhost:8080/v1"
        )
    whole = url.rstrip("/")
    return whole if whole.endswith(COMPLETIONS) else whole + COMPLETIONS
