"""How many and how much: tolls, sums, shares, scores, lists, ranks and ages, counted by one or by two."""
