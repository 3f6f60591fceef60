"""What a worker does, one module per task: plain functions over the rooms below, no Qt."""
