"""What the shipped pipeline makes of each word in its surroundings, reckoned in the order that a core likes.

The figures are those of thinc's layers to the last bit; what differs is the work. A word's own vector
depends on its spelling alone and is kept for when the word comes again. Weights lie as the multiplication
reads them, the three pieces of a maxout side by side, and passages go through all layers a few at a time,
so that what is in hand stays near the core.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model

Floats = NDArray[np.float32]
_ROWS: Final = 640
"""Words that go through the layers together: more no longer fit a core's cache, fewer waste its start."""
_TILE: Final = 16
"""Rows are filled up to a multiple of this, so that the sums of one do not hang on how many there are."""
_KEPT: Final = 20_000
"""Words whose vectors are kept (16 MB); then the keeping starts anew."""
_EPSILON: Final = np.float32(1e-8)


def quicken(nlp: Language) -> None:
    """Let a pipeline of the shipped architecture reckon its vectors here, to the same bits."""
    pipe: Any = nlp.get_pipe("tok2vec")
    model: Any = pipe.model
    vectors = InContext.of(model)
    pipe.model = Model("in_context", vectors.forward, layers=[model], dims={"nO": model.get_dim("nO")})
    parser: Any = nlp.get_pipe("parser")
    _lay_out(parser.model.get_ref("lower"))


def _lay_out(layer: Any) -> None:
    """The weights of an affine layer in the order in which the multiplication reads them."""
    weights = layer.get_param("W")
    columns = np.asfortranarray(weights.reshape(-1, weights.shape[-1]))
    layer.set_param("W", columns.reshape(weights.shape))


@dataclass(frozen=True, slots=True)
class Maxout:
    """An affine layer of which each output takes the greatest of its pieces, normalised."""

    weights: Floats
    """Shape (inputs, pieces * outputs): all first pieces, then all second ones."""
    bias: Floats
    """Shape (pieces * outputs,)."""
    gain: Floats
    shift: Floats

    @classmethod
    def of(cls, maxout: Any, norm: Any) -> Maxout:
        weights = maxout.get_param("W")
        outputs, pieces, inputs = weights.shape
        return cls(
            np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(inputs, pieces * outputs)),
            np.ascontiguousarray(maxout.get_param("b").reshape(outputs, pieces).T.reshape(-1)),
            norm.get_param("G"),
            norm.get_param("b"),
        )

    def __call__(self, inputs: Floats, sums: Floats) -> Floats:
        """The outputs for rows of inputs; `sums` is room for the products, shape (rows, pieces * outputs)."""
        np.dot(inputs, self.weights, out=sums)
        sums += self.bias
        width = len(self.gain)
        out: Floats = np.maximum(sums[:, :width], sums[:, width : 2 * width])
        for piece in range(2 * width, sums.shape[1], width):
            np.maximum(out, sums[:, piece : piece + width], out=out)
        out -= out.mean(axis=1, keepdims=True)
        variance = (out * out).sum(axis=1, keepdims=True)
        variance /= np.float32(width)
        variance += _EPSILON
        out *= variance ** (-1.0 / 2.0)
        out *= self.gain
        out += self.shift
        return out


class InContext:
    """The vectors of words in their passages, as a `spacy.Tok2Vec.v2` of hashed features makes them."""

    def __init__(
        self, columns: Sequence[str], hashed: Any, own: Maxout, layers: Sequence[Maxout], pad: int
    ) -> None:
        self._columns = list(columns)
        self._hashed = hashed
        self._own = own
        self._layers = layers
        self._pad = pad
        self._place: dict[bytes, int] = {}
        self._known: Floats = np.empty((_KEPT, len(own.gain)), np.float32)

    @classmethod
    def of(cls, model: Any) -> InContext:
        embed, encode = model.layers
        features, _, hashed = embed.layers[:3]
        (own,) = _maxouts(embed)
        return cls(features.attrs["columns"], hashed.layers[0], own, _maxouts(encode), encode.attrs["pad"])

    def forward(self, model: Any, docs: Sequence[Doc], is_train: bool) -> tuple[list[Floats], Any]:
        """As thinc calls a layer."""
        if is_train:
            return model.layers[0](docs, is_train)  # type: ignore[no-any-return]
        return self(docs), None

    def __call__(self, docs: Sequence[Doc]) -> list[Floats]:
        """The vectors of each text, shape (words, width)."""
        lengths = [len(doc) for doc in docs]
        rows = self._own_vectors(docs)
        ends = np.cumsum(lengths).tolist()
        alone = [rows[end - length : end] for end, length in zip(ends, lengths, strict=True)]
        return [one for group in _groups(alone, self._pad) for one in self._together(group)]

    def _own_vectors(self, docs: Sequence[Doc]) -> Floats:
        """Of all words in order, the vectors of their spellings; shape (words, width)."""
        ids = np.ascontiguousarray(np.vstack([doc.to_array(self._columns) for doc in docs]), np.uint64)
        keys: list[bytes] = ids.view(f"V{ids.itemsize * ids.shape[1]}").ravel().tolist()
        first = {key: at for at, key in enumerate(keys) if key not in self._place}
        if len(first) + len(self._place) > _KEPT:
            self._place.clear()
            first = {key: at for at, key in enumerate(keys)}
        if len(first) > _KEPT:
            return self._spelt(ids)
        if first:
            start = len(self._place)
            self._known[start : start + len(first)] = self._spelt(ids[list(first.values())])
            self._place.update(zip(first, range(start, start + len(first)), strict=True))
        return self._known[[self._place[key] for key in keys]]

    def _spelt(self, ids: NDArray[np.uint64]) -> Floats:
        features = self._hashed.predict(ids)
        filled = np.zeros((_filled(len(ids)), features.shape[1]), np.float32)
        filled[: len(ids)] = features
        return self._own(filled, np.empty((len(filled), len(self._own.bias)), np.float32))[: len(ids)]

    def _together(self, group: Sequence[Floats]) -> Iterator[Floats]:
        """Passages through all layers, with nothing between them that one could see another across."""
        pad, width = self._pad, len(self._own.gain)
        rows = _filled(pad + sum(len(one) + pad for one in group))
        vectors = np.zeros((rows, width), np.float32)
        places = []
        at = pad
        for one in group:
            vectors[at : at + len(one)] = one
            places.append((at, at + len(one)))
            at += len(one) + pad
        around, sums = np.zeros((rows, 3 * width), np.float32), np.empty((rows, 3 * width), np.float32)
        for layer in self._layers:
            around[1:, :width] = vectors[:-1]
            around[:, width : 2 * width] = vectors
            around[:-1, 2 * width :] = vectors[1:]
            vectors += layer(around, sums)
        return (vectors[start:end] for start, end in places)


def _groups(passages: Sequence[Floats], pad: int) -> Iterator[list[Floats]]:
    group: list[Floats] = []
    rows = pad
    for one in passages:
        if group and rows + len(one) + pad > _ROWS:
            yield group
            group, rows = [], pad
        group.append(one)
        rows += len(one) + pad
    if group:
        yield group


def _filled(rows: int) -> int:
    return -(-rows // _TILE) * _TILE


def _maxouts(model: Any) -> list[Maxout]:
    nodes = list(model.walk())
    affine, norms = ([node for node in nodes if node.name == name] for name in ("maxout", "layernorm"))
    return [Maxout.of(maxout, norm) for maxout, norm in zip(affine, norms, strict=True)]
