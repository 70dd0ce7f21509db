"""Persons, organisations and places in one report: every mention, typed.

A candidate is a row of capitalised words (`runs`); small rules vote for its kind (`kinds`); the
report as a whole settles it (`settle`). In Russian the candidates come from slovnet's news model
and the rules correct it (`finders`).
"""

from rashomon.annotate.names.finders import FINDERS, find

__all__ = ["FINDERS", "find"]
