"""Annotators: each reads a `View` and returns stand-off mentions; none edits the text."""
