"""Many reports -> identities and matters: actors, what is shared, what differs, copies and origins."""
