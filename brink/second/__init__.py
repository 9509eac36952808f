"""A second coder: a language model behind an endpoint the analyst names, set beside the rules.

It is never the only coder: its rows stand in tables of their own, and enter a case only one by
one, when an analyst accepts them.
"""
