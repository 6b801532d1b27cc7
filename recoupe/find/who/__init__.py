"""Parties: names, descriptions and pronouns, and which actor each stands for."""
