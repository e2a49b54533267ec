"""Long drills: runs that are killed, starved, cut off and raced, and what must stand afterwards; `make drill`."""
