"""Where the actors of a network are drawn: the same on every run, in figure and export alike."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

STRESS_UP_TO = 80
"""Actors up to which stress is minimised exactly; larger networks take the faster spring model."""
SEED = 7


def positions(names: Sequence[str], edges: Collection[tuple[str, str]]) -> Mapping[str, tuple[float, float]]:
    """Places in a plane, roughly between -1 and 1, by name; actors without a tie stand in rows below.

    Kamada & Kawai (1989) for the largest connected part of up to `STRESS_UP_TO` actors, else
    Fruchterman & Reingold (1991), both as networkx has them.
    """
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(sorted(set(names)))
    graph.add_edges_from(sorted((a, b) for a, b in edges if a in graph and b in graph and a != b))
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda p: (-len(p), p))
    if not parts:
        return {}
    placed = _laid_out(graph.subgraph(parts[0]), parts[0])
    placed.update(_in_rows([name for part in parts[1:] for name in part]))
    return {name: (round(x, 4), round(y, 4)) for name, (x, y) in sorted(placed.items())}


def _laid_out(graph: object, names: Sequence[str]) -> dict[str, tuple[float, float]]:
    import networkx as nx

    start = nx.circular_layout(names)
    if len(names) <= STRESS_UP_TO:
        drawn = nx.kamada_kawai_layout(graph, pos=start)
    else:
        drawn = nx.spring_layout(graph, pos=start, seed=SEED)
    return {name: (float(x), float(y)) for name, (x, y) in drawn.items()}


def _in_rows(names: Sequence[str], *, a_row: int = 8) -> dict[str, tuple[float, float]]:
    step = 2.0 / a_row
    return {
        name: (-1.0 + step * (i % a_row + 0.5), -1.35 - 0.15 * (i // a_row)) for i, name in enumerate(names)
    }
