"""How sure each report is: hedged, suspected, ahead, done; and headlines that say more than their text."""
