"""Where it was and which way it went: towns, spots, sides, routes."""
