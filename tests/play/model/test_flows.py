"""Stocks and flows are drawn as the mechanisms have them."""

from __future__ import annotations

from brink.play.model.flows import Flow, flows_drawn, governed, not_drawn, stocks
from brink.play.model.sanctuary import MECHANISMS

MECHANISM = {one.id: one for one in MECHANISMS}


def test_every_state_that_carries_over_is_drawn_or_left_out_for_a_reason():
    carried = {name for one in MECHANISMS for name in one.writes if name in one.reads}

    assert carried == {one.state for one in stocks()} | set(not_drawn())


def test_a_flow_is_governed_only_by_what_its_mechanism_reads():
    for stock in stocks():
        own = MECHANISM[stock.mechanism]
        assert stock.state in own.writes
        named = {name for flow in (*stock.into, *stock.out) for name in (*flow.more, *flow.less)}
        assert named <= set(own.reads), (stock.state, named - set(own.reads))


def test_flows_from_stock_to_stock_end_at_the_next_one():
    order = [one.state for one in stocks()]
    for place, stock in enumerate(stocks()):
        assert stock.passed is None or stock.passed.to == order[place + 1]


def test_what_governs_a_flow_is_said_in_words():
    crossing = Flow("cross over", "", ("host_support",), ("border",), "fighters_inside")
    assert governed(crossing) == "more with host support; less with closed crossings"


def test_the_picture_has_an_arrow_a_flow_and_a_box_a_stock():
    drawn = flows_drawn("a picture")
    assert drawn.count("<rect") == len(stocks())
    assert drawn.count("marker-end") == sum(len(one.into) + len(one.out) for one in stocks())
