"""Measurements, never tests: `make bench` prints them all."""
