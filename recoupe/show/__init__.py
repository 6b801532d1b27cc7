"""Dossier -> terminal, page, Markdown, JSON, explanations. Views decide nothing: they show."""
