"""Packages of Codeforces Polygon (https://polygon.codeforces.com)."""
