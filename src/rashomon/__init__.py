"""Rashomon lays the accounts of many reports on one event side by side."""

__version__ = "0.1.0"
