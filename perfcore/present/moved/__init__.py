"""What moved a measure, as a page shows it: the words, the drawing and the tables."""
