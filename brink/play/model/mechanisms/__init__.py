"""What happens in a month, one mechanism a file."""
