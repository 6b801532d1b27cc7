"""The day of publication from the words of the reports: clues, what they weigh, the answer."""
