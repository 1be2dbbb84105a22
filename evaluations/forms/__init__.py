"""What people type: about applications, judgements, votes, announcements."""
