"""There is no endpoint but the one the analyst names."""

from __future__ import annotations

import pytest

from brink.errors import BadEndpoint
from brink.second.endpoint import Endpoint


@pytest.mark.parametrize(
    ("url", "model", "says"),
    [
        (None, None, "BRINK_LLM_URL and --llm-model or BRINK_LLM_MODEL"),
        ("http://localhost:8080/v1", None, "needs --llm-model"),
        ("localhost:8080", "m", "write http:// or https://"),
        ("file:///etc/passwd", "m", "write http:// or https://"),
        ("https://", "m", "write http:// or https://"),
        ("http://host:x/v1", "m", "no address"),
        ("https://host/v1?key=1", "m", "without . or #"),
        ("https://host/v 1", "m", "without . or #"),
    ],
)
def test_an_endpoint_that_cannot_be_asked_is_refused(url: str | None, model: str | None, says: str):
    with pytest.raises(BadEndpoint, match=says):
        Endpoint.named(url, model, {})


def test_a_password_in_the_address_is_refused_and_not_repeated():
    with pytest.raises(BadEndpoint) as refused:
        Endpoint.named("https://ana:s3cret@host/v1", "m", {})
    assert "s3cret" not in str(refused.value)


def test_a_key_loses_the_line_break_of_its_file_and_is_never_repeated():
    named = Endpoint.named("http://localhost/v1", "m", {"BRINK_LLM_KEY": "s3cret\n"})
    assert named.key == "s3cret"
    with pytest.raises(BadEndpoint) as refused:
        Endpoint.named("http://localhost/v1", "m", {"BRINK_LLM_KEY": "s3cret\r\nX: y"})
    assert "s3cret" not in str(refused.value)


def test_options_go_before_the_environment():
    environment = {"BRINK_LLM_URL": "https://far.example/v1", "BRINK_LLM_MODEL": "a", "BRINK_LLM_KEY": "k"}
    named = Endpoint.named("http://localhost:1/v1/", None, environment)
    assert (named.url, named.model, named.key) == ("http://localhost:1/v1/chat/completions", "a", "k")


def test_where_text_goes_is_said_plainly(monkeypatch: pytest.MonkeyPatch):
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    assert Endpoint.named("http://127.0.0.1:1/v1", "m", {}).where.endswith("(this machine)")
    assert Endpoint.named("http://gpu.lan/v1", "m", {}).where.endswith(", unencrypted")
    monkeypatch.setenv("https_proxy", "http://proxy.lan:3128")
    assert "through the proxy proxy.lan" in Endpoint.named("https://far.example/v1", "m", {}).where
