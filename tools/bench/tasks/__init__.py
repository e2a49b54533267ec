"""What is measured in a process of its own: each module takes a task as JSON and prints its figures as JSON."""
