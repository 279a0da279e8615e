"""Addresses of the former sites, addresses not found, links that lead nowhere."""
