"""Actors and their ties as a graph that Gephi, yEd, igraph and Cytoscape read (GraphML)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as xml

from brink.case.view import View
from brink.exchange.tables import Row, tables
from brink.plots.positions import positions

NODE = {
    "label": "string", "kind": "string", "country": "string", "declared": "boolean", "sources": "int",
    "x": "double", "y": "double",
}  # fmt: skip
EDGE = {
    "relation": "string", "sign": "string", "when_start": "string", "when_last": "string", "quote": "string",
    "document": "string", "start": "int", "end": "int", "story": "string", "family": "string",
    "because": "string",
}  # fmt: skip
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(view: View, out: Path) -> list[Path]:
    """`network.graphml`: one node an actor with its position, one edge a tie with its quote."""
    made = tables(view)
    ties = made["ties"]
    names = [str(row["name"]) for row in made["actors"]]
    place = positions(names, {(tie["a"], tie["b"]) for tie in ties})
    root = xml.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    _declare(root, "node", NODE)
    _declare(root, "edge", EDGE)
    graph = xml.SubElement(root, "graph", id="ties", edgedefault="undirected")
    xml.SubElement(graph, "desc").text = _clean(f"{view.title}, as of {view.as_of}")
    for number, row in enumerate(made["actors"]):
        x, y = place[row["name"]]
        node = xml.SubElement(graph, "node", id=f"n{number}")
        _fill(node, "node", NODE, {**row, "label": row["name"], "x": x, "y": y})
    number_of = {name: f"n{number}" for number, name in enumerate(names)}
    for tie in ties:
        _edge(graph, tie, number_of, view)
    path = out / "network.graphml"
    xml.indent(root)
    xml.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)
    return [path]


def _edge(graph: xml.Element, tie: Row, number_of: Mapping[str, str], view: View) -> None:
    edge = xml.SubElement(
        graph, "edge", id=tie["id"], source=number_of[tie["a"]], target=number_of[tie["b"]],
        directed="true" if tie["directed"] else "false",
    )  # fmt: skip
    _fill(edge, "edge", EDGE, {**tie, "family": view.families[tie["story"]].id})


def _declare(root: xml.Element, of: str, attributes: Mapping[str, str]) -> None:
    for name, type_ in attributes.items():
        xml.SubElement(root, "key", {"id": f"{of}-{name}", "for": of, "attr.name": name, "attr.type": type_})


def _fill(element: xml.Element, of: str, attributes: Mapping[str, str], values: Mapping[str, Any]) -> None:
    for name in attributes:
        value = values[name]
        if value is not None:
            text = ("true" if value else "false") if isinstance(value, bool) else str(value)
            xml.SubElement(element, "data", key=f"{of}-{name}").text = _clean(text)


def _clean(text: str) -> str:
    """Text with characters that XML cannot hold shown as �, so that lengths stay."""
    return _NOT_IN_XML.sub("\ufffd", text)
