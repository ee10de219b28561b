"""What leaves the dashboard as files and mails."""
