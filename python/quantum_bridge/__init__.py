"""JSON lines over stdio in front of the real framework."""

VERSION = 1
"""Raised when a request or an answer changes its shape."""
