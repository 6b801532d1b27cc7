"""What happened: the acts of one report as occasions, and which occasions of two reports are one."""
