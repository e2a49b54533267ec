"""Whether what the lock pins has weaknesses that a vulnerability service knows of."""
