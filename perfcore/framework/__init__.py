"""What is measured, for whom, against what: measures.yaml as frozen values."""
