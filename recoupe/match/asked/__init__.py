"""Questions of news that each report answers once: who did it, with what, who was first, at whose wish."""
